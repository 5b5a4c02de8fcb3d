import type { Id } from '../../kernel/id.ts'
import { LOCALES, type Locale, type LocalizedText } from '../../kernel/locale.ts'
import type { Result } from '../../kernel/result.ts'
import { systemActor } from '../../modules/accounts/index.ts'
import {
  type ArticleContent,
  type ArticleText,
  type Block,
  draftArticle,
  openCatalogue,
  publishArticle,
  readArticle,
  updateArticle,
} from '../../modules/newsroom/index.ts'
import { recordAgreementsOf } from '../../modules/outcomes/index.ts'
import type { Platform } from '../../platform/context.ts'

const DAY = '2020-10-26'
const SLUG = 'gyeonggi-russia-agreements-2020-10-26'
/** When the article of the source case was registered: 27 October 2020, 09:30:36 in Seoul. */
const PUBLISHED_AT = '2020-10-27T00:30:36.000Z'

/** The demo has no rule to break: a refusal here is a defect of its data. */
function expectOk<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw new Error(`The demo was refused: ${result.refusal.code} ${JSON.stringify(result.refusal.detail ?? {})}`)
}

/**
 * Publishes the article of 27 October 2020: drafted from the records of the day before, with facts of the public
 * reports added in words of its own. Its numbers are counted; what was only announced stands apart or carries its
 * reason. The agreements of the demo must be there. Also opens the catalogue to everybody.
 */
export async function loadDemoNews(platform: Platform, programmeId: Id): Promise<{ articleId: Id; slug: string }> {
  const actor = systemActor('demo')
  await recordAgreementsOf(platform, programmeId)
  const { id: articleId } = expectOk(await draftArticle(platform, actor, { programmeId, day: DAY }))
  const { article, figures } = expectOk(await readArticle(platform, actor, { programmeId, articleId }))
  const agreements = figures.find(({ counted }) => counted.code === `agreements-${DAY}`)
  if (!agreements) throw new Error('The demo has no agreements to tell of')
  expectOk(
    await updateArticle(platform, actor, {
      programmeId,
      articleId,
      revision: article.revision,
      slug: SLUG,
      content: withReportedFacts(article.content, agreements.id),
      byline: article.byline,
      tags: ['기술협력', 'technology-alliance', 'ExoAtlet', 'Gyeonggi', 'Россия'],
      day: DAY,
      manualNumbers: MANUAL_NUMBERS,
      embargoUntil: null,
      pinnedUntil: null,
      correction: {},
    }),
  )
  const published = await publishArticle(platform, actor, { programmeId, articleId, firstAt: PUBLISHED_AT })
  if (!published.ok) {
    const { findings } = expectOk(await readArticle(platform, actor, { programmeId, articleId }))
    throw new Error(`The article of the demo does not agree with the records: ${JSON.stringify(findings)}`)
  }
  expectOk(await openCatalogue(platform, actor, { programmeId, open: true }))
  return { articleId, slug: SLUG }
}

const MANUAL_NUMBERS: readonly { readonly value: number; readonly reason: LocalizedText }[] = [
  {
    value: 30,
    reason: {
      ko: '수교 기간이며 사업 기록에서 세는 수가 아닙니다.',
      ru: 'Годовщина дипломатических отношений; в записях программы не считается.',
      en: 'The anniversary of diplomatic relations; the records of the programme do not count it.',
    },
  },
  {
    value: 50,
    reason: {
      ko: '발표된 참석 인원입니다. 사업 기록에는 참석자 수가 없습니다.',
      ru: 'Объявленное число присутствовавших; записи программы гостей не считают.',
      en: 'The announced number of attendees; the records do not count guests.',
    },
  },
  {
    value: 5_700_000_000,
    reason: {
      ko: '함께 발표된 원화 금액입니다. 적용 환율은 공개되지 않았습니다.',
      ru: 'Сумма в вонах, объявленная вместе с долларовой; курс не публиковался.',
      en: 'The amount in won as it was announced with the one in dollars; the rate was not published.',
    },
  },
]

/** The draft with a title of its own, and what the public reports say beside the records. */
const withReportedFacts = (draft: ArticleContent, agreementsId: Id): ArticleContent =>
  Object.fromEntries(
    LOCALES.map((locale) => {
      const text = draft[locale]
      if (!text) throw new Error(`The draft lacks ${locale}`)
      return [locale, withFactsIn(text, locale, agreementsId)]
    }),
  )

function withFactsIn(text: ArticleText, locale: Locale, agreementsId: Id): ArticleText {
  const words = WORDS[locale]
  const [lead, ...rest] = text.body
  const paragraph = (words_: string): Block => ({ type: 'paragraph', text: words_ })
  const body = [
    ...(lead ? [lead] : []),
    paragraph(words.occasion),
    paragraph(words.investor),
    ...rest.slice(0, -1),
    { type: 'heading', text: words.talksTitle } as const,
    paragraph(words.talks),
    ...rest.slice(-1),
  ]
  return { ...text, title: words.title(`{count:${agreementsId}}`), body }
}

interface ReportedWords {
  readonly title: (count: string) => string
  readonly occasion: string
  readonly investor: string
  readonly talksTitle: string
  readonly talks: string
}

const WORDS: Readonly<Record<Locale, ReportedWords>> = {
  ko: {
    title: (count) => `경기도–러시아 기술협력 첫해 결실, ${count} 체결`,
    occasion:
      '한국과 러시아의 수교 30주년을 계기로 수원컨벤션센터에서 열린 성과보고회에서다. 이용철 경기도 행정2부지사와 알렉산드르 마살쩨프 주한 러시아 무역대표부 대표가 함께했다. 현장 참석자는 50명으로 발표됐으며, 코로나19로 다른 참석자들은 온라인으로 함께했다.',
    investor:
      '투자협약은 경기도와 가스프롬, 엑소아틀레트 글로벌이 맺었다. 엑소아틀레트 글로벌은 하지마비 환자가 착용하고 걷는 외골격 로봇을 만드는 룩셈부르크 기업이다. 금액은 원화로 57억 원이라고 발표됐다.',
    talksTitle: '이어지는 상담',
    talks:
      '㈜신룡은 러시아의 엑스선 검사 장비 제조사와 기술협력 및 장비의 국내 도입을 상담했고, 양해각서를 맺을 계획이다. 리반㈜은 소형 라이다 기술을 가진 러시아 기업과 자율주행용 하드웨어·소프트웨어 공동 제작을 논의했으며 화상 상담을 이어 간다.',
  },
  ru: {
    title: (count) => `Кёнгидо и Россия: по итогам первого года подписано ${count}`,
    occasion:
      'Итоги подвели в конференц-центре Сувона по случаю 30-летия дипломатических отношений Кореи и России. В нём участвовали второй вице-губернатор провинции Кёнгидо по административным вопросам Ли Ён Чхоль и торговый представитель России в Корее Александр Масальцев. По объявленным данным, в зале было 50 человек; остальные из-за пандемии присоединились по видеосвязи.',
    investor:
      'Стороны инвестиционного соглашения – провинция Кёнгидо, «Газпром» и ExoAtlet Global, компания из Люксембурга, которая делает экзоскелеты для ходьбы людей с параличом ног. В вонах сумма была объявлена как 5,7 млрд вон.',
    talksTitle: 'Разговоры продолжаются',
    talks:
      'Компания Shinryong обсудила с российским производителем рентгеновского контрольного оборудования техническое сотрудничество и ввоз оборудования в Корею; планируется меморандум о взаимопонимании. Riban говорила с российским обладателем технологии малогабаритных лидаров о совместном выпуске аппаратуры и программ для автономного вождения; видеовстречи продолжатся.',
  },
  en: {
    title: (count) => `Gyeonggi and Russia close a first year of technology cooperation with ${count}`,
    occasion:
      'The results were presented at Suwon Convention Center on the occasion of 30 years of diplomatic relations between Korea and Russia. Lee Yong-chul, Vice Governor II for Administration of Gyeonggi Province, and Aleksandr Masaltsev, Trade Representative of Russia in Korea, took part. The number of guests in the hall was announced as 50; others joined online because of the pandemic.',
    investor:
      'Parties to the investment agreement are Gyeonggi Province, Gazprom and ExoAtlet Global, a company from Luxembourg that makes wearable walking robots for people with paralysed legs. In won the amount was announced as KRW 5.7 billion.',
    talksTitle: 'Talks that go on',
    talks:
      'Shinryong talked with a Russian maker of X-ray inspection equipment about technical cooperation and import of the equipment to Korea; a memorandum of understanding is planned. Riban talked with a Russian holder of small-LiDAR technology about joint hardware and software for autonomous driving, and further video meetings follow.',
  },
}
