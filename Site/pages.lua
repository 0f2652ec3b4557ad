-- Cuts the book into the pages of the site, one for each heading of level 2, and writes
-- them with the page's template; beside them goes the index for the search.
--
--   pandoc book.md --lua-filter filter.lua --lua-filter pages.lua --template page.html \
--     -M lang=en -M parts=.build/site-parts -o .build/site/index.html
--
-- The document that is left for pandoc to write is the first page.

local strings = dofile("Site/strings.lua")
local books = { en = "book.md", ["zh-Hans"] = "book.zh.md" }

local function text(value) return pandoc.utils.stringify(value) end

local function read(path)
  local file = io.open(path)
  if not file then return nil end
  local text = file:read("a")
  file:close()
  return text
end

local function write(path, text)
  local file = assert(io.open(path, "w"))
  assert(file:write(text))
  assert(file:close())
end

-- The anchors of a book's headings in order; sections of two books correspond by it.
local function anchors(path)
  local source = read(path)
  if not source then return nil end
  local anchors = {}
  for _, block in ipairs(pandoc.read(source, "gfm").blocks) do
    if block.t == "Header" then table.insert(anchors, block.identifier) end
  end
  return anchors
end

-- A string of JavaScript.
local function quoted(text)
  local escapes = { ['"'] = '\\"', ["\\"] = "\\\\", ["\n"] = "\\n", ["<"] = "\\u003c" }
  return '"' .. text:gsub('["\\\n<]', escapes) .. '"'
end

local function object(entries)
  local members = {}
  for key, value in pairs(entries) do
    if type(value) == "string" then
      table.insert(members, quoted(key) .. ":" .. quoted(value))
    end
  end
  table.sort(members)
  return "{" .. table.concat(members, ",") .. "}"
end

-- The text of blocks for the search: formulas that are more than a few letters are left out.
local function searchable(blocks)
  local plain = pandoc.Div(blocks):walk {
    RawInline = function(raw)
      return pandoc.Str(raw.text:match('x%-tex">([^\\{}<&]*)</annotation>') or "…")
    end,
    RawBlock = function() return {} end,
    SoftBreak = function() return pandoc.Space() end,
  }
  return (pandoc.write(pandoc.Pandoc(plain), "plain", { wrap_text = "wrap-none" })
    :gsub("%s+", " "))
end

-- The book's title and its pages. A page knows its sections, and is named after its anchor in
-- the English book, so that both books name their pages alike; the first is the index.
local function cut(blocks, english, twins, words)
  local title, pages, headings, isDrawing = "", {}, 0, false
  for _, block in ipairs(blocks) do
    if block.t == "Header" then
      headings = headings + 1
      isDrawing = english[headings] == "your-own-digit"
      local section = { id = block.identifier, title = text(block), blocks = {} }
      if block.level == 1 then
        title = section.title
      elseif block.level == 2 then
        local name = #pages == 0 and "index" or english[headings]
        table.insert(pages, { file = name .. ".html", title = section.title, blocks = {},
          sections = { section } })
      else
        table.insert(pages[#pages].sections, section)
      end
      block.attributes["data-twin"] = twins and twins[headings]
      block.content:insert(pandoc.Link("", "#" .. block.identifier, "",
        { class = "anchor", ["aria-label"] = words.anchor }))
    end
    local page = pages[#pages]
    if page then
      table.insert(page.blocks, block)
      if block.t ~= "Header" then table.insert(page.sections[#page.sections].blocks, block) end
      if isDrawing then
        table.insert(page.blocks, pandoc.RawBlock("html", '<div class="live-draw live-panel"></div>'))
        isDrawing, page.isLive = false, true
      end
    end
  end
  return title, pages
end

-- A page's blocks, with links to the pages of other sections and pictures from where it lies.
local function placed(page, pageOf, up)
  return pandoc.Div(page.blocks):walk {
    Link = function(link)
      local id = link.target:match("^#(.*)")
      if link.target:match("^Output/") then link.target = up .. link.target end
      if not id then return link end
      local target = assert(pageOf[id], "no section has the anchor #" .. id)
      if target ~= page then link.target = target.file .. link.target end
      return link
    end,
    Image = function(image)
      image.src = up .. image.src
      return image
    end,
  }.content
end

-- A figure that can be touched says of which picture it is, and has a place for its controls.
-- Another leads to its picture alone, which a reader may enlarge.
local function markFigures(page, live)
  for i, block in ipairs(page.blocks) do
    if block.t == "RawBlock" and block.text == "<figure>" then
      local content, last = page.blocks[i + 1].content, page.blocks[i + 2]
      local path = content[1].src:match("Output/(.*)")
      if live[path] then
        block.text = '<figure class="live" data-live="' .. path .. '">'
        last.text = last.text:gsub("</figure>", '<div class="live-panel"></div>%0')
        page.isLive = true
      else
        content[1] = pandoc.Link({ content[1] }, content[1].src)
      end
    end
  end
end

function Pandoc(doc)
  local lang, parts = text(doc.meta.lang), text(doc.meta.parts)
  local folder = PANDOC_STATE.output_file:match(".*/")
  local words = strings[lang]
  local other = lang == "en" and "zh-Hans" or "en"
  local up = lang == "en" and "" or "../"

  local own, twins = anchors(books[lang]), anchors(books[other])
  assert(not twins or #twins == #own, "the books have other headings than each other")
  local title, pages = cut(doc.blocks, lang == "en" and own or twins, twins, words)

  local pageOf = {}
  for _, page in ipairs(pages) do
    for _, section in ipairs(page.sections) do pageOf[section.id] = page end
  end
  local live, scripts = {}, {}
  for path in (read(parts .. "/live.txt") or ""):gmatch("[^\n]+") do live[path] = true end
  for _, path in ipairs { parts .. "/live-module.js", "Site/live.js" } do
    if next(live) and read(path) then table.insert(scripts, path:match("[^/]+$")) end
  end

  -- The search knows each section by its page, anchor, heading and text.
  local index = {}
  for number, page in ipairs(pages) do
    for _, section in ipairs(page.sections) do
      table.insert(index, "[" .. table.concat({ quoted(page.file), quoted(section.id),
        quoted(section.title), quoted(searchable(section.blocks)) }, ",") .. "]")
    end

    local contents = {}
    for _, entry in ipairs(pages) do
      local sections = {}
      for i = 2, entry == page and #page.sections or 1 do
        table.insert(sections, { id = page.sections[i].id, title = page.sections[i].title })
      end
      table.insert(contents, { file = entry.file, title = entry.title, current = entry == page,
        sections = #sections > 0 and sections or nil })
    end

    markFigures(page, live)
    local function neighbour(page) return page and { file = page.file, title = page.title } end
    page.document = pandoc.Pandoc(placed(page, pageOf, up), pandoc.Meta {
      lang = lang, up = up, book = title, title = page.title, first = number == 1,
      words = words, strings = pandoc.RawInline("html", object(words.script)),
      contents = contents, scripts = page.isLive and #scripts > 0 and scripts or nil,
      previous = neighbour(pages[number - 1]), next = neighbour(pages[number + 1]),
      twin = twins and { lang = other, name = strings[other].name,
        file = (lang == "en" and "zh/" or "../") .. page.file },
    })
    if number > 1 then
      -- Without the anchors of lines, a fifth of the page.
      write(folder .. page.file,
        (pandoc.write(page.document, "html5", PANDOC_WRITER_OPTIONS)
          :gsub('<span id="cb[%d-]+"><a href="#cb[%d-]+" [^>]*></a>', "<span>")))
    end
  end
  write(folder .. "search.js", "searchIndex([\n" .. table.concat(index, ",\n") .. "\n]);\n")
  return pages[1].document
end
