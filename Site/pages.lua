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

local function contents(path)
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
  local source = contents(path)
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

function Pandoc(doc)
  local lang, parts = text(doc.meta.lang), text(doc.meta.parts)
  local folder = PANDOC_STATE.output_file:match(".*/")
  local words = strings[lang]

  local all = {}
  for lang, path in pairs(books) do all[lang] = anchors(path) end
  local other = lang == "en" and "zh-Hans" or "en"
  local twins = all[other]
  assert(not twins or #twins == #all[lang], "the books have other headings than each other")

  local live = {}
  for path in (contents(parts .. "/live.txt") or ""):gmatch("[^\n]+") do live[path] = true end

  -- The pages, each named after its anchor in the English book; the first is the index.
  local pages, pageOf, headings, title, isDrawing = {}, {}, 0, "", false
  for _, block in ipairs(doc.blocks) do
    if block.t == "Header" then
      headings = headings + 1
      if block.level == 2 then
        local name = #pages == 0 and "index" or all.en[headings]
        table.insert(pages, { file = name .. ".html", id = block.identifier, blocks = {},
          title = text(block), sections = {} })
      end
      if block.level == 1 then
        title = text(block)
      else
        local page = pages[#pages]
        pageOf[block.identifier] = page
        if block.level == 3 then
          table.insert(page.sections, { id = block.identifier, title = text(block) })
        end
        block.attributes["data-twin"] = twins and twins[headings]
        block.content:insert(pandoc.Link("", "#" .. block.identifier, "",
          { class = "anchor", ["aria-label"] = "#" }))
      end
      isDrawing = all.en[headings] == "your-own-digit"
    end
    local page = pages[#pages]
    if page and not (block.t == "Header" and block.level == 1) then
      table.insert(page.blocks, block)
      if isDrawing and block.t == "Para" then
        table.insert(page.blocks, pandoc.RawBlock("html", '<div class="live-draw"></div>'))
        isDrawing, page.isLive = false, true
      end
    end
  end

  local up = lang == "en" and "" or "../"
  local index = {}
  for number, page in ipairs(pages) do
    local body = pandoc.Div(page.blocks):walk {
      -- A link to another section leads to that section's page.
      Link = function(link)
        local id = link.target:match("^#(.*)")
        if not id then return nil end
        local target = assert(pageOf[id], "no section has the anchor #" .. id)
        if target ~= page then link.target = target.file .. link.target end
        return link
      end,
      Image = function(image)
        image.src = up .. image.src
        return image
      end,
    }.content

    -- A figure that can be touched says of which picture it is.
    for i, block in ipairs(body) do
      if block.t == "RawBlock" and block.text == "<figure>" then
        local path = body[i + 1].content[1].src:match("Output/(.*)")
        if live[path] then
          block.text = '<figure class="live" data-live="' .. path .. '">'
          page.isLive = true
        end
      end
    end

    local list = {}
    for _, entry in ipairs(pages) do
      table.insert(list, {
        file = entry.file, title = entry.title,
        current = entry == page,
        sections = entry == page and #entry.sections > 0 and entry.sections or nil,
      })
    end
    local previous, following = pages[number - 1], pages[number + 1]
    local meta = {
      lang = lang, up = up, book = title, title = page.title, first = number == 1,
      words = words, strings = pandoc.RawInline("html", object(words.live)),
      contents = list, previous = previous, next = following,
      live = page.isLive and next(live) ~= nil,
    }
    if twins then
      meta.twin = { lang = other, name = strings[other].name,
        file = (lang == "en" and "zh/" or "../") .. page.file }
    end
    meta.previous = previous and { file = previous.file, title = previous.title }
    meta.next = following and { file = following.file, title = following.title }
    page.document = pandoc.Pandoc(body, pandoc.Meta(meta))
    if number > 1 then
      write(folder .. page.file,
        pandoc.write(page.document, "html5", PANDOC_WRITER_OPTIONS))
    end

    -- The search knows each section by its page, anchor, heading and text.
    local section, blocks = { id = page.id, title = page.title }, {}
    local function close()
      table.insert(index, "[" .. table.concat({ quoted(page.file), quoted(section.id),
        quoted(section.title), quoted(searchable(blocks)) }, ",") .. "]")
    end
    local count = 0
    for _, block in ipairs(page.blocks) do
      if block.t == "Header" and block.level == 3 then
        close()
        count = count + 1
        section, blocks = page.sections[count], {}
      elseif block.t ~= "Header" then
        table.insert(blocks, block)
      end
    end
    close()
  end
  write(folder .. "search.js", "searchIndex([\n" .. table.concat(index, ",\n") .. "\n]);\n")
  return pages[1].document
end
