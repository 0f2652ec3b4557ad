-- The book's Markdown for every edition: formulas, pictures, tables; no marks.

-- Pandoc lets every parenthesis grow with what it holds; TeX only those behind \left, and those
-- behind \big to a size that browsers want with its unit. Pandoc's line above a term does not
-- grow at all.
function Math(math)
  local html = pandoc.write(pandoc.Pandoc { pandoc.Plain { math } }, "html5",
    { html_math_method = "mathml", wrap_text = "wrap-none" })
  assert(html:match("<math"), "not a formula that pandoc knows: " .. math.text)
  if not math.text:match("\\left") then
    html = html:gsub('stretchy="true"( form="%a+">[%(%)%[%]])', 'stretchy="false"%1')
  end
  html = html:gsub('minsize="([%d.]+)" maxsize="[%d.]+" stretchy="false"',
    'minsize="%1em" maxsize="%1em" stretchy="true"')
  return pandoc.RawInline("html", (html:gsub('<mo accent="true">¯', '<mo accent="true">‾')))
end

-- A line may break behind a formula, but not before the comma that follows it.
local closing = {}
for _, code in utf8.codes(",.;:!?)]”’，。、；：！？）」》") do closing[code] = true end

function Inlines(inlines)
  local glued = pandoc.List()
  for _, inline in ipairs(inlines) do
    local last = glued[#glued]
    if inline.t == "Str" and last and last.t == "RawInline" and last.text:match("^<math") then
      local rest = #inline.text + 1
      for place, code in utf8.codes(inline.text) do
        if not closing[code] then
          rest = place
          break
        end
      end
      if rest > 1 then
        glued[#glued] = pandoc.Span({ last, pandoc.Str(inline.text:sub(1, rest - 1)) },
          { class = "whole" })
      end
      inline.text = inline.text:sub(rest)
    end
    glued:insert(inline)
  end
  return glued
end

-- Nor behind the hyphens of `--help`.
function Code(code)
  if code.text:match("^%-%S*$") then code.classes:insert("whole") end
  return code
end

-- GitHub's other way to write a formula on its own lines: ```math
function CodeBlock(block)
  if block.classes[1] == "math" then
    return pandoc.Para { Math(pandoc.Math("DisplayMath", block.text)) }
  end
end

-- The marks are for the `book` tool.
local function dropMark(raw)
  if raw.text:match("^<!%-%- book:.*%-%->%s*$") then return {} end
end

RawBlock, RawInline = dropMark, dropMark

-- The size of a picture, from its PNG header.
local function size(path)
  local file = assert(io.open(path, "rb"), path .. ": cannot be opened")
  local header = file:read(24) or ""
  file:close()
  assert(header:match("^\137PNG\r\n\26\n....IHDR"), path .. ": not a PNG")
  return string.unpack(">I4I4", header, 17)
end

-- The figures are drawn for screens with fine pixels: 1.6 of theirs make one of the page.
-- What is smaller than a figure is shown as it is.
function Image(image)
  local width, height = size(image.src)
  local scale = width < 400 and 1 or 1.6
  image.attributes.width = tostring(math.floor(width / scale + 0.5))
  image.attributes.height = tostring(math.floor(height / scale + 0.5))
  return image
end

-- A picture in a paragraph of its own is a figure. The pictures' words are English: where a
-- description in another language explains them, in parentheses, everyone gets to read it.
function Para(para)
  local image = para.content[1]
  if #para.content == 1 and image.t == "Image" then
    local description = pandoc.write(pandoc.Pandoc { pandoc.Plain(image.caption) }, "html5")
    local caption = description:match("（%a")
      and '<figcaption aria-hidden="true">' .. description .. "</figcaption>" or ""
    return {
      pandoc.RawBlock("html", "<figure>"), pandoc.Plain { image },
      pandoc.RawBlock("html", caption .. "</figure>"),
    }
  end
end

-- What is in the repository and not in the book is only named.
function Link(link)
  if not link.target:match("^#") and not link.target:match("^%a+:") then return link.content end
end

-- A wide table scrolls in a box of its own.
function Table(table)
  return pandoc.Div({ table }, pandoc.Attr("", { "scroll" }))
end
