-- Which files are bulletins. Plain .txt only when asked for: most text files are none.

vim.filetype.add({
  extension = {
    bulletin = 'bulletin',
    jianbao = 'bulletin',
    txt = function()
      return vim.g.kanwu_txt and 'bulletin' or 'text'
    end,
  },
})
