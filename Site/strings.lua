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
    live = {
      start = "起点",
      rate = "学习率",
      steps = "步数",
      step = "序号",
      seed = "种子",
      loss = "损失",
      ["from the start"] = "从头开始",
      ["once more"] = "再走一步",
      play = "播放",
    },
  },
}
