-- The book as one page for the printer, behind its contents. The numbers of the pages are
-- known once it was printed: `-M printed=FILE` names what `pdfinfo -dests` says of that.

local strings = dofile("Site/strings.lua")

local function text(value) return pandoc.utils.stringify(value) end

function Pandoc(doc)
  local pages = {}
  if doc.meta.printed then
    for line in io.lines(text(doc.meta.printed)) do
      local page, id = line:match('^%s*(%d+) .* "(.*)"$')
      if page then pages[id] = page end
    end
  end

  local contents, blocks, short = {}, {}, {}
  for i, block in ipairs(doc.blocks) do
    if block.t == "Header" and block.level == 1 then
      doc.meta.title = text(block)
    else
      table.insert(blocks, block)
    end
    if block.t == "Header" and block.level > 1 then
      -- A PDF does not take names of any length.
      short["#" .. block.identifier] = "#s" .. i
      block.identifier = "s" .. i
      table.insert(contents, { level = tostring(block.level), id = block.identifier,
        title = text(block), page = pages[block.identifier] or "" })
    end
  end
  doc.meta.contents = contents
  doc.meta.words = strings[text(doc.meta.lang)]

  local up = "../../../"
  doc.meta.cover = up .. text(doc.meta.cover)
  doc.blocks = pandoc.Div(blocks):walk {
    Image = function(image)
      image.src = up .. image.src
      return image
    end,
    Link = function(link)
      link.target = short[link.target] or link.target
      return link
    end,
    RawBlock = function(raw)
      raw.text = raw.text:gsub("^<details>", "<details open>")
      return raw
    end,
  }.content
  return doc
end
