/** The document that every page below shows; invented. */
export const SHOWN = {
  title: '临沧市人民政府办公室关于印发临沧市坚果产业提质增效行动方案的通知',
  number: '临政办发〔2023〕22号',
  issuer: '临沧市人民政府办公室',
  recipients: ['各县（区）人民政府', '临沧高新区管委会', '市直各委、办、局'],
  issuedOn: '2023-05-11',
  publishedOn: '2023-05-18',
  kind: '通知',
  jurisdiction: ['云南省', '临沧市'],
  sections: ['总体要求', '重点任务'],
  clauses: ['完善良种体系', '提升加工能力', '拓展销售渠道'],
} as const

const NOTICE = [
  '各县（区）人民政府，临沧高新区管委会，市直各委、办、局：',
  '《临沧市坚果产业提质增效行动方案》已经市人民政府同意，现印发给你们，请认真组织实施。',
]
const SIGNED = ['临沧市人民政府办公室', '2023年5月11日', '（此件公开发布）']
const PLAN = [
  '临沧市坚果产业提质增效行动方案',
  '为推动坚果产业高质量发展，结合实际，制定本方案。',
  '一、总体要求',
  '坚持良种良法配套、种植加工并重，到2025年坚果综合产值达到120亿元。',
  '二、重点任务',
  '（一）完善良种体系。建设良种采穗圃6个，良种使用率提高到90%以上。（市林草局牵头，市农业农村局配合）',
  '（二）提升加工能力。新建初加工机组80组，培育年产值超过1亿元的加工企业3户。（市工业和信息化局负责）',
  '（三）拓展销售渠道。支持企业参加展销活动，对新认定的出口基地给予20万元奖补。（市商务局、市财政局负责）',
]

const p = (lines: readonly string[], style = '') => lines.map((line) => `<p${style}>${line}</p>`).join('\n')
const ALL = [...NOTICE, ...SIGNED, ...PLAN]
const head = (title: string, metas: Readonly<Record<string, string>> = {}) =>
  `<head><meta charset="utf-8"><title>${title}</title>${Object.entries(metas)
    .map(([name, content]) => `<meta name="${name}" content="${content}">`)
    .join('')}<script>var id = 1;</script></head>`
const SITE = '临沧市人民政府门户网站'
const MENU =
  '<ul class="menu1"><li><a href="/">首页</a></li><li><a href="/a">政务公开</a></li><li><a href="/b">办事服务</a></li><li><a href="/c">互动交流</a></li></ul>'
const FOOT =
  '<div class="bottom"><p>主办单位：临沧市人民政府　承办单位：临沧市人民政府办公室</p><p>滇ICP备00000000号-1　滇公网安备53000000000000号</p><p>网站标识码：5309000000　联系电话：0883-0000000</p></div>'
const METAS = { SiteName: SITE, ArticleTitle: SHOWN.title, PubDate: '2023-05-18 10:20' }

/** Pages as portals build them, one a form; the forms were read from sites of several provinces, the words are invented. */
export const PORTAL_PAGES: readonly { readonly name: string; readonly html: string }[] = [
  {
    name: 'metadata as th and td, four to a row, title in h1',
    html: `<html>${head(`${SHOWN.title}-${SITE}`, METAS)}<body>
<div class="head-top"><a href="#">无障碍</a> | <a href="#">长者模式</a> | <a href="#">繁體</a> | 今天是2026年3月9日 星期一</div>${MENU}
<div class="where">当前位置：<a>首页</a> &gt; <a>政府信息公开</a> &gt; <a>市政府办文件</a></div>
<table class="tb"><tr><th>索引号：</th><td>530900-001/2023-00033</td><th>公开目录：</th><td>政府文件</td></tr><tr><th>发文字号：</th><td>${SHOWN.number}</td><th>公开日期：</th><td>2023-05-18</td></tr></table>
<h1>${SHOWN.title}</h1><div class="info">发布时间：2023-05-18 10:20　来源：市政府办公室　浏览次数：<span id="hits">1203</span>　字号：[<a>大</a> <a>中</a> <a>小</a>]　<a>打印</a></div>
<div id="zoom">${p(ALL)}</div>
<div class="tools">分享到：<a>微信</a><a>微博</a></div><div>上一篇：<a href="#">关于公布某目录的通知</a></div><div>下一篇：<a href="#">没有了</a></div>${FOOT}</body></html>`,
  },
  {
    name: 'metadata as a definition list, title in h2, TRS editor',
    html: `<html>${head(SHOWN.title)}<body><div id="header">欢迎访问${SITE} <a>登录</a> <a>注册</a></div>${MENU}<div class="main">
<dl class="xxgk"><dt>索 引 号：</dt><dd>53090000/2023-0218</dd><dt>主题分类：</dt><dd>农业、林业、水利\\林业</dd><dt>发文机构：</dt><dd>${SHOWN.issuer}</dd><dt>成文日期：</dt><dd>2023年05月11日</dd><dt>发文字号：</dt><dd>${SHOWN.number}</dd><dt>发布日期：</dt><dd>2023年05月18日</dd><dt>信息来源：</dt><dd>市政府办</dd></dl>
<h2>${SHOWN.title}</h2><p class="tips">【字体：<a>大</a> <a>中</a> <a>小</a>】 <a>打印本页</a> <a>关闭窗口</a></p>
<div class="TRS_Editor">${p(ALL, ' align="justify"')}</div><div class="ewm"><p>扫一扫在手机打开当前页</p></div></div>${FOOT}</body></html>`,
  },
  {
    name: 'metadata as a list, title in a div of its own class, date line with bars',
    html: `<html>${head(`${SITE} ${SHOWN.title}`)}<body><div class="loginbar">您好，欢迎您！今天是：2026年3月9日</div><div class="position">您所在的位置：<a>首页</a>&gt;<a>公开</a>&gt;正文</div><div class="content-box">
<ul class="clearfix"><li><b>索引号：</b>000014349/2023-00021</li><li><b>公开主体：</b>${SHOWN.issuer}</li><li><b>文　　号：</b>${SHOWN.number}</li><li><b>发布时间：</b>2023-05-18</li><li><b>有效性：</b>有效</li></ul>
<div class="title">${SHOWN.title}</div><div class="time">发布时间：2023-05-18 | 来源：本站 | 作者：市政府办公室 | 阅读：562 次</div>
<div class="article">${p(ALL)}</div><div class="fjxz"><p>附件下载：</p><ul><li><a href="/u/1.pdf">临沧市坚果产业提质增效行动方案.pdf</a></li></ul></div></div>${FOOT}</body></html>`,
  },
  {
    name: 'title only in meta, number only in the metadata',
    html: `<html>${head(SITE, METAS)}<body><div class="topnav"><a>首页</a><a>要闻</a><a>公开</a><a>服务</a></div>
<table><tr><td>索引号</td><td>MB0X00001-20230518-01</td></tr><tr><td>文号</td><td>${SHOWN.number}</td></tr><tr><td>发布机构</td><td>${SHOWN.issuer}</td></tr><tr><td>发布日期</td><td>2023-05-18</td></tr></table>
<div id="UCAP-CONTENT">${p(ALL)}</div><div class="xgyd"><h4>相关阅读</h4><ul><li><a>《临沧市坚果产业提质增效行动方案》政策解读</a></li><li><a>一图读懂坚果产业行动方案</a></li></ul></div>${FOOT}</body></html>`,
  },
  {
    name: 'title only in the window title, in front of the site',
    html: `<html>${head(`${SHOWN.title}_市政府办文件_${SITE}`)}<body>${MENU}<div class="crumb-nav">首页 &gt; 政策 &gt; 正文</div>
<div class="xx">发布日期：2023-05-18 09:00:00　访问量：88　<a>【打印】</a><a>【关闭】</a></div><div class="view">${p([SHOWN.number, ...ALL])}</div>${FOOT}</body></html>`,
  },
  {
    name: 'title and number inside the text, centred, with breaks',
    html: `<html>${head(`${SHOWN.title}-${SITE}`)}<body><div class="w1200"><div class="breadcrumb">首页 / 公开 / 文件</div><div class="article-con" id="zoom">
<p style="text-align:center"><span style="color:red">临沧市人民政府办公室文件</span></p><p style="text-align:center">${SHOWN.number}</p>
<p style="text-align:center"><strong>临沧市人民政府办公室<br>关于印发临沧市坚果产业提质增效行动方案的通知</strong></p>${p(ALL)}</div>
<div class="fx">分享：<a>微信</a> <a>QQ空间</a></div><div class="pubtime">发布时间：2023-05-18</div></div>${FOOT}</body></html>`,
  },
  {
    name: 'layout by nested tables, tools between title and text',
    html: `<html>${head(SITE)}<body><table width="1000"><tr><td><a>首页</a> <a>机构</a> <a>法规</a> <a>公告</a></td></tr><tr><td>您的位置：首页 &gt;&gt; 政府信息公开 &gt;&gt; 正文</td></tr>
<tr><td><table border="0"><tr><td class="bt" align="center">${SHOWN.title}</td></tr><tr><td align="center">时间：2023-05-18 16:33　来源：政府办　点击数：301　【字体：大 中 小】</td></tr><tr><td id="content">${p([SHOWN.number, ...ALL])}</td></tr><tr><td align="right">【<a>打印</a>】【<a>关闭</a>】【<a>顶部</a>】</td></tr></table></td></tr>
<tr><td>版权所有：临沧市人民政府　滇ICP备00000000号</td></tr></table></body></html>`,
  },
  {
    name: 'metadata behind the text, in a side column',
    html: `<html>${head(SHOWN.title, { ArticleTitle: SHOWN.title })}<body><header><a>${SITE}</a></header>${MENU}<div class="wrap"><div class="left-con"><h3 class="bigtitle">${SHOWN.title}</h3>
<div class="content">${p(ALL)}</div></div><div class="right-con"><p><span>索引号：</span><span>530900/2023-11</span></p><p><span>发文字号：</span><span>${SHOWN.number}</span></p><p><span>成文日期：</span><span>2023-05-11</span></p><p><span>发布日期：</span><span>2023-05-18</span></p></div></div>${FOOT}</body></html>`,
  },
  {
    name: 'paragraphs as divs and breaks, no-break blanks for indents',
    html: `<html>${head(`${SITE}--${SHOWN.title}`, { PubDate: '2023-05-18' })}<body><div id="top"><span>简体</span>|<span>繁体</span>|<span>English</span></div>${MENU}<div class="dqwz">当前位置 : 首页 &gt; 文件 </div><div class="con"><h1 class="tit">${SHOWN.title}</h1><h5>${SHOWN.number}</h5>
<div class="nr">${ALL.map((line) => `&nbsp;&nbsp;&nbsp;&nbsp;${line}<br/>`).join('\n')}</div><div class="czlb"><a>收藏</a><a>打印</a><a>纠错</a></div></div>${FOOT}</body></html>`,
  },
  {
    name: 'metadata in brackets, title repeated above the text and inside it',
    html: `<html>${head(`${SHOWN.title} - ${SITE}`)}<body>${MENU}<div class="detail"><div class="hd"><p>【索引号】530900-2023-018</p><p>【发文字号】${SHOWN.number}</p><p>【发布日期】2023-05-18</p><p>【效力状态】有效</p></div>
<h1>${SHOWN.title}</h1><div class="sub">来源：市政府办公室　　发布时间：2023-05-18　　浏览：<b>77</b>次　　<span>分享</span></div><div class="bd">${p([SHOWN.title, SHOWN.number, ...ALL])}</div>
<div class="page-tool"><p>责任编辑：张三</p><p><a>【打印本页】</a></p></div></div>${FOOT}</body></html>`,
  },
  {
    name: 'metadata cells with unknown keys, values before a colon',
    html: `<html>${head(SHOWN.title)}<body><div class="user">普通版 | 无障碍浏览 | 适老版</div>${MENU}<table class="zcwj"><tbody><tr><td>信息名称：</td><td colspan="3">${SHOWN.title}</td></tr><tr><td>索引号：</td><td>01000-2023-0018</td><td>公开责任部门：</td><td>市政府办公室文电科</td></tr><tr><td>文号：</td><td>${SHOWN.number}</td><td>公开程序：</td><td>部门编制，经办公室审核后公开</td></tr><tr><td>发布日期：</td><td>2023-05-18</td><td>公开范围：</td><td>面向社会</td></tr><tr><td>生成日期：</td><td>2023-05-11</td><td>关键词：</td><td>坚果;产业</td></tr></table>
<div class="pages_content">${p(ALL)}</div>${FOOT}</body></html>`,
  },
  {
    name: 'custom elements of the government site guideline',
    html: `<html>${head(SHOWN.title, METAS)}<body><div class="pchide"><span>智能问答</span><span>登录个人中心</span><span>退出</span></div>${MENU}<div class="BreadcrumbNav">当前位置：首页 &gt; 政策</div>
<ucaptitle><h1>${SHOWN.title}</h1></ucaptitle><div class="pages-date">2023-05-18 10:20<span>来源：临沧市人民政府</span><span>【字体：<a>大</a><a>中</a><a>小</a>】</span></div><ucapcontent>${p([SHOWN.number, ...ALL])}</ucapcontent>
<div class="related"><h3>相关稿件</h3><p><a>临沧市人民政府关于坚果产业的意见（临政发〔2022〕9号）</a></p></div><div class="friend">友情链接：<a>云南省人民政府</a><a>昆明市人民政府</a></div>${FOOT}</body></html>`,
  },
]
