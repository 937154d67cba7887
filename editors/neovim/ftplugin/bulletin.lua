-- Local options for Chinese prose: a paragraph is one long line, and a line may break after any character.

if vim.b.did_ftplugin then
  return
end
vim.b.did_ftplugin = 1

local options = vim.opt_local
options.wrap = true
-- 'linebreak' breaks at the ASCII characters of 'breakat' alone, which Chinese has hardly any of.
options.linebreak = false
-- Never put hard line breaks into a paragraph: kanwu reads them as a broken paragraph.
options.textwidth = 0
-- Where lines are joined all the same, put no space between two Chinese characters.
options.formatoptions:append('mB')
-- The spell checker knows no Chinese and would mark the Latin words alone.
options.spell = false
-- Brackets that come in pairs, for % and the highlighting of the other half.
options.matchpairs:append({ '（:）', '《:》', '“:”', '‘:’', '【:】', '〔:〕', '「:」', '『:』' })

vim.b.undo_ftplugin = 'setlocal wrap< linebreak< textwidth< formatoptions< spell< matchpairs<'
