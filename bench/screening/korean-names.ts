import { pick } from './figures.ts'

/** Surname and given name in Hangul; the given name is made of syllables, so no table of names could hold it. */
export interface KoreanName {
  readonly surname: string
  readonly given: string
}

export const KOREAN_SCHEMES = ['revised', 'mccune-reischauer', 'passport', 'northern'] as const
export type KoreanScheme = (typeof KOREAN_SCHEMES)[number]

const SURNAMES = [
  ...'김이박최정강조윤장임한오서신권황안송류홍전고문양손배백허남심노하곽성차주우구민나진지엄채원천방공현함변염여추',
]
const SYLLABLES = [
  ...'가강건겸경고관광교구국권규균근금기길나남다단대덕도동두라래량려련령례로록룡루률리린림만명모목무문미민배백범병보복봉부빈상서석선설섭성세소솔송수숙순슬승시식신실아안애양언연열영예오옥완용우욱운웅원월위유윤율은을의이익인일자장재전정제조종주준중지진찬창채천철청초춘치태택표필하학한해향헌혁현형혜호홍화환황회효훈휘흥희',
]

const INITIALS: Readonly<Record<KoreanScheme, readonly string[]>> = {
  revised: 'g,kk,n,d,tt,r,m,b,pp,s,ss,,j,jj,ch,k,t,p,h'.split(','),
  'mccune-reischauer': "k,kk,n,t,tt,r,m,p,pp,s,ss,,ch,tch,ch',k',t',p',h".split(','),
  passport: 'k,kk,n,d,tt,r,m,b,pp,s,ss,,j,jj,ch,k,t,p,h'.split(','),
  northern: 'k,kk,n,t,tt,r,m,p,pp,s,ss,,j,jj,ch,kh,th,ph,h'.split(','),
}
const VOWELS: Readonly<Record<KoreanScheme, readonly string[]>> = {
  revised: 'a,ae,ya,yae,eo,e,yeo,ye,o,wa,wae,oe,yo,u,wo,we,wi,yu,eu,ui,i'.split(','),
  'mccune-reischauer': 'a,ae,ya,yae,ŏ,e,yŏ,ye,o,wa,wae,oe,yo,u,wŏ,we,wi,yu,ŭ,ŭi,i'.split(','),
  passport: 'a,ae,ya,yae,u,e,you,ye,o,wa,wae,oi,yo,oo,won,we,wi,yoo,eu,eui,i'.split(','),
  northern: 'a,ae,ya,yae,o,e,yo,ye,o,wa,wae,oe,yo,u,wo,we,wi,yu,u,ui,i'.split(','),
}
const FINALS = ',k,k,k,n,n,n,t,l,k,m,l,l,l,p,l,m,p,p,t,t,ng,t,t,k,t,p,'.split(',')

const PASSPORT_SYLLABLES: Readonly<Record<string, readonly string[]>> = {
  영: ['young', 'yeong'],
  현: ['hyun', 'hyeon'],
  정: ['jung', 'jeong'],
  성: ['sung', 'seong'],
  준: ['joon', 'jun'],
  수: ['soo', 'su'],
  희: ['hee', 'hui'],
  우: ['woo', 'wu'],
  경: ['kyung', 'kyoung'],
  명: ['myung', 'myoung'],
  은: ['eun'],
  선: ['sun', 'seon'],
  훈: ['hoon', 'hun'],
  석: ['suk', 'seok'],
  원: ['won'],
  혁: ['hyuk', 'hyeok'],
  연: ['yeon', 'youn'],
  주: ['joo', 'ju'],
  철: ['chul', 'cheol'],
  승: ['seung'],
  호: ['ho'],
  형: ['hyung'],
  병: ['byung'],
  순: ['soon'],
  운: ['woon'],
  구: ['koo'],
  무: ['moo'],
  규: ['kyu'],
  유: ['yoo', 'yu'],
  윤: ['yoon', 'yun'],
  지: ['ji', 'jee'],
  미: ['mi'],
  시: ['si'],
}

const SURNAME_SPELLINGS: Readonly<Record<KoreanScheme, Readonly<Record<string, readonly string[]>>>> = {
  revised: { 이: ['i', 'lee'], 김: ['gim', 'kim'], 박: ['bak', 'park'] },
  'mccune-reischauer': { 이: ['yi'], 류: ['yu'], 노: ['no'], 임: ['im'], 신: ['sin'] },
  passport: {
    김: ['kim'],
    이: ['lee', 'yi', 'rhee'],
    박: ['park', 'pak'],
    최: ['choi', 'choe'],
    정: ['jung', 'chung', 'jeong'],
    강: ['kang'],
    조: ['cho', 'jo'],
    윤: ['yoon', 'yun'],
    임: ['lim', 'im'],
    오: ['oh'],
    서: ['seo', 'suh'],
    신: ['shin'],
    권: ['kwon'],
    안: ['ahn', 'an'],
    류: ['ryu', 'yoo'],
    전: ['jeon', 'chun'],
    고: ['ko', 'koh'],
    문: ['moon'],
    손: ['son', 'sohn'],
    배: ['bae', 'pae'],
    백: ['baek', 'paik'],
    허: ['hur', 'heo', 'huh'],
    심: ['shim', 'sim'],
    노: ['noh', 'roh'],
    성: ['sung'],
    주: ['joo', 'ju'],
    우: ['woo'],
    구: ['koo', 'ku'],
    엄: ['um', 'eom'],
    현: ['hyun'],
    변: ['byun'],
    염: ['yeom', 'yum'],
    여: ['yeo'],
    추: ['choo', 'chu'],
    진: ['jin', 'chin'],
    지: ['ji', 'chi'],
    천: ['chun', 'cheon'],
    방: ['bang'],
    공: ['kong', 'gong'],
  },
  northern: { 이: ['ri'], 임: ['rim'], 노: ['ro'], 나: ['ra'], 류: ['ryu'], 염: ['ryom'], 여: ['ryo'] },
}

function spellSyllable(syllable: string, scheme: KoreanScheme, random: () => number): string {
  const special = scheme === 'passport' ? PASSPORT_SYLLABLES[syllable] : undefined
  if (special) return pick(special, random)
  const code = syllable.charCodeAt(0) - 0xac00
  const initial = INITIALS[scheme][Math.floor(code / 588)] ?? ''
  const place = Math.floor((code % 588) / 28)
  const vowel = scheme === 'passport' && place === 14 ? 'wo' : (VOWELS[scheme][place] ?? '')
  // S before i is written sh in the older spellings.
  const soft = scheme === 'mccune-reischauer' && initial === 's' && vowel === 'wi' ? 'sh' : initial
  return soft + vowel + (FINALS[code % 28] ?? '')
}

const voiced: Readonly<Record<string, string>> = { k: 'g', t: 'd', p: 'b', ch: 'j' }

/** McCune-Reischauer voices a plain stop between vowels and after n, m, ng, l. */
function joinVoiced(first: string, second: string): string {
  if (!/[aeiouŏŭnmgl]$/.test(first)) return first + second
  return first + second.replace(/^(ch|k|t|p)(?!['kt])/, (stop) => voiced[stop] ?? stop)
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

/** The name in Latin letters by a scheme, in one of the layouts that lists and passports use. */
export function spellKorean(name: KoreanName, scheme: KoreanScheme, random: () => number): string {
  const special = SURNAME_SPELLINGS[scheme][name.surname]
  const surname = capital(special ? pick(special, random) : spellSyllable(name.surname, scheme, random))
  const syllables = [...name.given].map((syllable) => spellSyllable(syllable, scheme, random))
  const [first = '', second = ''] = syllables
  const joined = scheme === 'mccune-reischauer' && second !== '' ? joinVoiced(first, second) : first + second
  const given = pick(
    scheme === 'northern'
      ? [`${capital(first)} ${capital(second)}`, capital(joined)]
      : [`${capital(first)}-${second}`, capital(joined), `${capital(first)} ${capital(second)}`],
    random,
  )
    .replace(/[- ]$/, '')
    .trim()
  const layout = random()
  if (layout < 0.4) return `${surname} ${given}`
  if (layout < 0.6) return `${surname.toUpperCase()}, ${given}`
  if (layout < 0.8) return `${given} ${surname}`
  return `${surname} ${given}`.toUpperCase()
}

export function makeKoreanName(random: () => number): KoreanName {
  const given = pick(SYLLABLES, random) + (random() < 0.94 ? pick(SYLLABLES, random) : '')
  return { surname: pick(SURNAMES, random), given }
}

/** The same name with another given name, or with one syllable of it changed. */
export function changeKoreanName(name: KoreanName, random: () => number): KoreanName {
  const other = makeKoreanName(random)
  const kind = random()
  if (kind < 0.34) return { surname: name.surname, given: other.given }
  if (kind < 0.67) return { surname: name.surname, given: name.given.charAt(0) + pick(SYLLABLES, random) }
  return { surname: other.surname, given: name.given }
}

/** Plain letters of all schemes: names that share one cannot be told apart in Latin at all. */
export const plainSpellings = ({ surname, given }: KoreanName): ReadonlySet<string> =>
  new Set(
    KOREAN_SCHEMES.flatMap((scheme) => {
      const flat = (syllable: string): string =>
        spellSyllable(syllable, scheme, () => 0)
          .normalize('NFD')
          .replaceAll(/[^a-z]/g, '')
      return [[...(surname + given)].map(flat).join('')]
    }),
  )
