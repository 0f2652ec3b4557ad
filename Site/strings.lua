-- What the pages say besides the book, by language. `live` holds the labels of the live
-- figures, which their Swift gives in English.
return {
  en = {
    name = "English",
    contents = "Contents",
    search = "Search",
    nothing = "Nothing found",
    theme = "Light or dark",
    previous = "Previous",
    next = "Next",
    skip = "To the text",
    licence = "Licence",
    live = {},
  },
  ["zh-Hans"] = {
    name = "中文",
    contents = "目录",
    search = "搜索",
    nothing = "没有找到",
    theme = "浅色或深色",
    previous = "上一页",
    next = "下一页",
    skip = "跳到正文",
    licence = "许可证",
    live = {},
  },
}
