-- Opens a bulletin of several cities in a headless Neovim and looks at what the server knows of its names.
--
-- Run by tests/neovim.rs: nvim --headless --clean -l names.lua.

local support = dofile(vim.fs.joinpath(vim.fs.dirname(vim.fs.normalize(debug.getinfo(1, 'S').source:sub(2))), 'support.lua'))
local equal, contains, request = support.equal, support.contains, support.request
local hover, hover_behind = support.hover, support.hover_behind

local checks = {}

local function holds(card, parts)
  for _, part in ipairs(parts) do
    contains(card, part, 'hover')
  end
end

function checks.a_town_is_shown_with_the_whole_chain_it_lies_in(client)
  holds(hover(client, '支塘镇'), { '支塘镇', '乡级', '江苏省 › 苏州市 › 常熟市 › 支塘镇', '320581' })
end

function checks.a_street_named_before_its_city_is_shown_with_it(client)
  holds(hover(client, '禄口街道'), { '乡级', '江苏省 › 南京市 › 江宁区 › 禄口街道', '320115' })
end

function checks.a_county_is_shown_with_its_code_and_the_years_of_it(client)
  holds(hover(client, '响水县'), { '县级', '江苏省 › 盐城市 › 响水县', '320921', '2021、2023' })
end

function checks.a_body_without_its_place_is_another_one_in_another_article(client)
  local one = hover_behind(client, '板凳来听，', '市委统战部')
  holds(one, { '全称：中共常熟市委统战部', '所属地区：江苏省 › 苏州市 › 常熟市', '柏清越', '3 处' })
  local other = hover_behind(client, '试种棉花。', '市委统战部')
  holds(other, { '全称：中共盐城市委统战部', '所属地区：江苏省 › 盐城市', '1 处' })
  equal(nil, other:find('柏清越', 1, true), 'a person of the other body')
end

function checks.a_misspelt_county_says_what_is_meant(client)
  holds(hover(client, '沐阳'), { '沐阳', '疑为“沭阳”之误' })
  holds(hover(client, '沐阳县'), { '疑为“沭阳县”之误', '江苏省 › 宿迁市 › 沭阳县' })
end

function checks.every_article_lists_its_own_places_and_bodies(client)
  local symbols = request(client, 'textDocument/documentSymbol', {
    textDocument = vim.lsp.util.make_text_document_params(0),
  })
  local found = {}
  for _, article in ipairs(symbols) do
    table.insert(found, { article.name, support.names_of(article.children) })
  end
  local expected = {
    { '常熟：稻田边上的同心课堂', { '支塘镇', '常熟市委统战部', '市委统战部' } },
    { '江宁：空港小镇来了法律顾问', { '禄口街道', '江宁区' } },
    { '响水：盐碱地里种出新棉花', { '响水县', '市委统战部' } },
    { '沐阳：花木直播进了农家院', { '沐阳', '沐阳县' } },
  }
  equal(#expected, #found, 'articles')
  for at, article in ipairs(expected) do
    equal(article[1], found[at][1], 'headline')
    for _, name in ipairs(article[2]) do
      equal(true, vim.list_contains(found[at][2], name), name .. ' in ' .. vim.inspect(found[at]))
    end
  end
end

support.run(checks, {
  'a_town_is_shown_with_the_whole_chain_it_lies_in',
  'a_street_named_before_its_city_is_shown_with_it',
  'a_county_is_shown_with_its_code_and_the_years_of_it',
  'a_body_without_its_place_is_another_one_in_another_article',
  'a_misspelt_county_says_what_is_meant',
  'every_article_lists_its_own_places_and_bodies',
})
