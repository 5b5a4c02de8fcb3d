/**
 * Words that stand in many names: what kind of evidence they are, and which mean the same in another language.
 * One line a meaning; `_` joins a phrase, `*` ends a stem.
 */
export type WordRole = 'content' | 'generic' | 'place' | 'particle' | 'title' | 'number' | 'initial'

const GENERIC = `
bank banque banco banka banca banki банк* 은행
group gruppe groupe grupo gruppo gruppa груп* 그룹
holding holdings холдинг* 홀딩스 지주
international int'l intl internacional internationale международн* 국제 인터내셔널
national natl национальн* 국립 국가
trading trade torgovy* торгов* 무역 상사
university universitat universite universidad univ университет* 대학교 대학
institute institut institution instituto институт* 연구원 연구소
research научно* исследовательск* 연구
science sciences scientific научн* 과학
academy academie akademie академи* 아카데미 학술원
technology technologies tech technical technological technologie технолог* 기술 테크
electronics electronic elektronik электрон* 전자
electric electrical elektro электрическ* 전기
energy energie energia энерг* 에너지
oil petroleum neft нефт* 석유
gas газ* 가스
chemical chemicals chemistry chemie хими* 화학
steel stal сталь* 제철 철강
metal metals metallurgical metallurgy металлург* 금속
plant factory works zavod завод* 공장
industry industries industrial industrie промышлен* 산업 공업
heavy_industries heavy_industry 중공업
engineering engineers инжиниринг* 엔지니어링
construction build stroitel* строитель* 건설
machine_building machinery mashinostroitel* машиностро* 기계
instrument_making instrument-making priborostroitel* приборостро*
shipbuilding ship_building судостро* 조선
shipping судоход* 해운
marine maritime морск* 해양
mining горн* 광업
optics optical оптик* оптическ* 광학
textile textiles текстил* 섬유
aviation aircraft aerospace авиа* 항공
space космическ* 우주
missile missiles rocket rockets ракет* 미사일
weapon weapons arms вооружен* 무기
defence defense оборон* 국방 방산
military war военн* 군사
army armed_forces арми* 군
ministry министерств* 부
department dept департамент*
agency agence agentur агентств* 청 
centre center centro zentrum centr центр* 센터
bureau buro бюро* 국
office офис* 사무소
committee komitee комитет* 위원회
council совет* 협의회
association ассоциаци* 협회
union союз* 연합
federation федераци* 연맹
foundation fund fonds фонд* 재단 기금
trust трест*
insurance versicherung страхов* 보험
finance financial finanz финанс* 금융 파이낸스
investment investments invest инвест* 투자
capital капитал* 캐피탈
securities ценн* 증권
development razvitie развити* 개발
production proizvodstvo производ* 생산
enterprise enterprises предприяти* 기업
service services услуг* 서비스
system systems систем* 시스템
solution solutions решени* 솔루션
product products продукт* 제품
global глобальн* 글로벌
general генеральн* 종합
management управлени* 관리
business businesses бизнес* 비즈니스
partner partners партнер* 파트너스
export экспорт* 수출
import импорт* 수입
logistics transport logistik транспорт* логисти* 물류 운송
telecom telecommunication telecommunications телеком* 통신
information информаци* 정보
software программ* 소프트웨어
robot robotics роботот* 로봇 로보틱스
medical medicine медицин* 의료 메디칼
pharma pharmaceutical pharmaceuticals фарма* 제약
design konstruktor* конструктор* 설계 디자인
special специальн* 특수
scientific_production nauchno-proizvodstvennoe научно-производственн*
shop store магазин*
motor motors автомобил* 자동차 모터스
food foods пищев* 식품
material materials материал* 소재
semiconductor semiconductors полупроводник* 반도체
society общество
organization organisation org организаци* 기구 단체
brigade бригад* 여단
`

const PLACES = `
china chinese prc cn кита* 중국
korea korean kr коре* 한국
russia russian russland rus росси* 러시아
usa us united_states america american сша 미국
uk united_kingdom britain british великобритани* 영국
japan japanese япони* 일본
germany german deutschland deutsche герман* 독일
france french frankreich франц* 프랑스
switzerland schweiz suisse swiss svizzera швейцар* 스위스
netherlands nederland dutch holland нидерланд* 네덜란드
spain espana spanish испани* 스페인
italy italia italian итал* 이탈리아
ireland irish ирланд* 아일랜드
sweden sverige swedish швеци* 스웨덴
norway norge norwegian норвеги* 노르웨이
denmark danmark danish дани* 덴마크
finland suomi finnish финлянди* 핀란드
poland polska polish польш* 폴란드
austria osterreich австри* 오스트리아
belgium belgique belgie бельги* 벨기에
canada canadian канад* 캐나다
mexico mexican мексик* 멕시코
brazil brasil бразили* 브라질
chile чили 칠레
india indian инди* 인도
iran iranian иран* 이란
iraq ирак* 이라크
syria syrian сири* 시리아
turkey turkiye turkish турци* 튀르키예 터키
ukraine ukrainian украин* 우크라이나
belarus белорус* беларус* 벨라루스
kazakhstan казахстан* 카자흐스탄
uzbekistan узбекистан* 우즈베키스탄
vietnam вьетнам* 베트남
singapore сингапур* 싱가포르
hong_kong hongkong гонконг* 홍콩
taiwan тайван* 대만
australia австрали* 호주
dprk north_korea кндр 북한 조선
uae emirates эмират* 아랍에미리트
europe european европ* 유럽
asia asian ази* 아시아
africa african африк* 아프리카
middle_east
moscow moskva московск* москв* 모스크바
petersburg петербург* 페테르부르크
siberia siberian сибир* 시베리아
`

const PARTICLES =
  'bin ibn ben bint binti al el ul ud ad as ar an ash abu abou abi aal de del della di da das do dos du des la le las los van von der den ter ten ' +
  'zu zum und y e i of the and for in et und der die das на и в по для'

const TITLES =
  'mr mrs ms miss dr prof professor sir lord lady hon general gen colonel col major captain capt admiral marshal president prasident chairman minister ' +
  'sheikh shaikh shaykh sheik sayyid sayed sayyed syed haji hajji hajj mullah maulavi mawlawi mawlavi qari hafiz ustad imam ayatollah king prince princess ' +
  'господин госпожа гн гжа доктор профессор генерал 박사 교수 대표 회장 사장 씨 님'

/** Given names that are one: short forms, and the same saint in other languages. */
const GIVEN_NAMES = `
benjamin ben benny binyamin bibi
william bill billy will wilhelm guillaume vilhelm
robert bob bobby rob
richard dick rick
john johnny jack juan johann johannes jan jean ivan giovanni joao jon ian ivan vanya ioann
james jim jimmy
michael mike mikhail michel miguel misha mikael mykhailo mihail
joseph joe jose josef giuseppe yusuf youssef iosif yosef
alexander alex alexandre aleksandr alessandro alejandro sasha oleksandr aliaksandr iskander sandro
anthony tony antonio anton
thomas tom tommy tomas
edward ed eddie ted eduard eduardo
charles charlie karl carl carlos carlo
henry harry heinrich henri enrique
francis frank francisco franz francois francesco
paul pavel pablo paolo pavlo
peter pedro pierre pyotr petr pietro petro
george jorge georg georges georgy yuri jiri giorgio
stephen steven steve stefan esteban etienne stepan
nicholas nick nikolai nicolas nicola nikola mykola kolya
dmitry dmitri dima dmytro
vladimir volodymyr vova volodya uladzimir
sergei serhii serge sergio seryozha
andrew andrei andre andreas andriy andres andrea
eugene yevgeny evgeny eugen zhenya yevhen
catherine katherine katya ekaterina kateryna katarina
elizabeth liz elisabeth yelizaveta elisabetta
maria mary marie masha mariya
anna anne ann hanna anya
helen elena olena helena yelena
lawrence larry lorenz
daniel dan danny daniil
david dave dawud davit
samuel sam sammy
matthew matt matteo matvei
muhammad mohammed mohamed mohammad muhammed mohamad mehmet mohd mukhammed magomed mukhamed maxamed mochammad muhamad
ahmad ahmed akhmed akhmad axmed
hussein hussain husayn hossein husein khusein
ali aly
yahya yahia
umar omar
usama osama ousama
othman uthman osman usman
abdullah abdallah abdulla abdulah
`

const NUMBER_WORDS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const ORDINALS = 'first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ')

interface Vocabulary {
  readonly whole: ReadonlyMap<string, string>
  /** Longest first. */
  readonly stems: readonly { readonly stem: string; readonly concept: string }[]
}

function readVocabulary(text: string): Vocabulary {
  const whole = new Map<string, string>()
  const stems: { stem: string; concept: string }[] = []
  for (const line of text.trim().split('\n')) {
    const words = line.trim().split(/\s+/)
    const concept = words[0] ?? ''
    for (const word of words) {
      const plain = word.replaceAll('_', ' ').replaceAll("'", '')
      if (plain.endsWith('*')) stems.push({ stem: plain.slice(0, -1), concept })
      else if (!whole.has(plain)) whole.set(plain, concept)
    }
  }
  stems.sort((a, b) => b.stem.length - a.stem.length)
  return { whole, stems }
}

const generic = readVocabulary(GENERIC)
const places = readVocabulary(PLACES)
const particles = new Set(PARTICLES.split(' '))
const titles = new Set(TITLES.split(' '))

const GIVEN_SETS = new Map<string, number[]>()
GIVEN_NAMES.trim()
  .split('\n')
  .forEach((line, set) => {
    for (const name of line.split(' ')) GIVEN_SETS.set(name, [...(GIVEN_SETS.get(name) ?? []), set])
  })

function lookUp(vocabulary: Vocabulary, word: string): string | null {
  const whole = vocabulary.whole.get(word)
  if (whole !== undefined) return whole
  // Stems are Cyrillic, where a word has many endings; a stem of a few letters may carry a few letters more only.
  if (!/[а-яёa-z]/.test(word)) return null
  const found = vocabulary.stems.find(
    ({ stem }) => word.startsWith(stem) && word.length - stem.length <= Math.max(4, stem.length),
  )
  return found?.concept ?? null
}

/** What a word of an organisation's name means in any language, or null for a word of its own. */
export function readConcept(word: string): { readonly role: 'generic' | 'place'; readonly concept: string } | null {
  const place = lookUp(places, word)
  if (place !== null) return { role: 'place', concept: place }
  const concept = lookUp(generic, word)
  return concept === null ? null : { role: 'generic', concept }
}

/** Korean compounds end in what the body is: 삼성전자 is 삼성 and 전자. The part before has two syllables or more. */
export function splitHangulCompound(word: string): readonly string[] {
  const parts: string[] = []
  let rest = word
  for (;;) {
    let cut = 0
    for (let length = Math.min(4, rest.length - 2); length >= 2 && cut === 0; length -= 1) {
      if (readConcept(rest.slice(-length)) !== null || rest.slice(-length) === '주식회사') cut = length
    }
    if (cut === 0) break
    parts.unshift(rest.slice(-cut))
    rest = rest.slice(0, -cut)
  }
  return [rest, ...parts]
}

export const isParticle = (word: string): boolean => particles.has(word)
export const isTitle = (word: string): boolean => titles.has(word)

/** True where both are forms of one given name. */
export function areOneGivenName(a: string, b: string): boolean {
  const left = GIVEN_SETS.get(a)
  const right = left && GIVEN_SETS.get(b)
  return right !== undefined && left !== undefined && left.some((set) => right.includes(set))
}

const ROMAN = /^(?=[ivxl])(x{0,3})(ix|iv|v?i{0,3})$/

function readRoman(word: string): number {
  const values: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50 }
  let total = 0
  for (let at = 0; at < word.length; at += 1) {
    const value = values[word.charAt(at)] ?? 0
    total += value < (values[word.charAt(at + 1)] ?? 0) ? -value : value
  }
  return total
}

/** The number a word stands for (44, forty, first, 1st, XII), or null. Roman only where the caller says so. */
export function readNumber(word: string, mayBeRoman: boolean): number | null {
  const digits = /^(\d{1,9})(st|nd|rd|th)?$/.exec(word)
  if (digits) return Number(digits[1])
  const unit = NUMBER_WORDS.indexOf(word)
  if (unit >= 0) return unit
  const ordinal = ORDINALS.indexOf(word)
  if (ordinal >= 0) return ordinal + 1
  const ten = TENS.indexOf(word)
  if (ten >= 0) return (ten + 2) * 10
  return mayBeRoman && word !== '' && ROMAN.test(word) ? readRoman(word) : null
}
