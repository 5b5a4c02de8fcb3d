import { LOCALES, type LocalizedText } from '../../../kernel/locale.ts'
import { nameSound } from './search-text.ts'

/** Words that say which legal form a company has and not which company it is; already folded. */
const LEGAL_FORMS: readonly string[] = [
  '주식회사',
  '유한책임회사',
  '유한회사',
  '합자회사',
  '합명회사',
  '사단법인',
  '재단법인',
  '(주)',
  '(유)',
  '(사)',
  '(재)',
  'общество с ограниченной ответственностью',
  'публичное акционерное общество',
  'закрытое акционерное общество',
  'открытое акционерное общество',
  'непубличное акционерное общество',
  'акционерное общество',
  'индивидуальный предприниматель',
  'ооо',
  'оао',
  'зао',
  'пао',
  'нао',
  'ао',
  'ип',
  'ано',
  'фгуп',
  'гуп',
  'нко',
  'co ltd',
  'company limited',
  'co',
  'company',
  'ltd',
  'limited',
  'llc',
  'inc',
  'incorporated',
  'corp',
  'corporation',
  'plc',
  'gmbh',
  'ag',
  'sa',
  'jsc',
  'ojsc',
  'cjsc',
  'pjsc',
  'ooo',
  'oao',
  'zao',
  'pao',
  'ao',
].toSorted((a, b) => b.length - a.length)

/** Korean forms stand before or behind the name without a space. */
const ATTACHED = new Set(LEGAL_FORMS.filter((form) => /[가-힣]/.test(form)))

/** Case, width, ё, quotation marks and punctuation say nothing about who it is; brackets around a legal form do. */
const fold = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/\(\s*([가-힣])\s*\)/gu, ' ($1) ')
    .replace(/[^\p{L}\p{N}()]+|[()](?![가-힣]\)|(?<=\([가-힣]\)))/gu, (found) =>
      found === '(' || found === ')' ? found : ' ',
    )
    .replace(/\s+/g, ' ')
    .trim()

function stripOnce(name: string): string {
  for (const form of LEGAL_FORMS) {
    const gap = ATTACHED.has(form) ? '' : ' '
    if (name.startsWith(form + gap) && name.length > form.length) return name.slice(form.length).trim()
    if (name.endsWith(gap + form) && name.length > form.length) return name.slice(0, -form.length).trim()
  }
  return name
}

/**
 * What two spellings of one company's name have in common: "㈜ 한빛정밀", "주식회사 한빛정밀" and "한빛 정밀(주)"
 * give "한빛정밀", «ООО "Ромашка"» and "РОМАШКА, ООО" give "ромашка". Empty when nothing but signs is left.
 */
export const normaliseCompanyName = (name: string): string => stripLegalForms(name).replace(/[^\p{L}\p{N}]/gu, '')

function stripLegalForms(name: string): string {
  let folded = fold(name)
  for (let stripped = stripOnce(folded); stripped !== folded; stripped = stripOnce(folded)) folded = stripped
  return folded
}

/** The names under which a company may be found again, each once. */
export const nameKeys = (name: LocalizedText, legalName: string | null): string[] => [
  ...new Set(
    [...LOCALES.map((locale) => name[locale] ?? ''), legalName ?? ''].map(normaliseCompanyName).filter(Boolean),
  ),
]

/** How the names sound, whole and word by word, each once: by these a company is found that is written in another script. */
export function nameSounds(name: LocalizedText, legalName: string | null): string[] {
  const names = [...LOCALES.map((locale) => name[locale] ?? ''), legalName ?? ''].map(stripLegalForms)
  const spoken = names.flatMap((words) => [words.replace(/[^\p{L}\p{N}]/gu, ''), ...words.split(/[^\p{L}\p{N}]+/u)])
  return [...new Set(spoken.map(nameSound))].filter((sound) => sound !== null)
}

/** Hosts where many companies have their page: the same host does not make them the same company. */
const SHARED_HOSTS = [
  'naver.com',
  'daum.net',
  'tistory.com',
  'modoo.at',
  'cafe24.com',
  'imweb.me',
  'kakao.com',
  'vk.com',
  'ok.ru',
  'mail.ru',
  'yandex.ru',
  'tilda.ws',
  'narod.ru',
  't.me',
  'ucoz.ru',
  'facebook.com',
  'instagram.com',
  'linkedin.com',
  'youtube.com',
  'google.com',
  'wordpress.com',
  'wixsite.com',
  'blogspot.com',
  'github.io',
  'notion.site',
  'alibaba.com',
  'ec21.com',
  'tradekorea.com',
]

/** "https://www.Example.com/ko?x" gives "example.com". Null for what is no address, and for hosts that many share. */
export function websiteDomain(website: string | null): string | null {
  const host = /^\s*(?:[a-z][a-z0-9+.-]*:\/\/)?(?:[^/?#@]*@)?(?<host>[^/?#:\s]+)/i.exec(website ?? '')?.groups?.host
  if (!host) return null
  const domain = host
    .toLowerCase()
    .replace(/\.+$/, '')
    .replace(/^(?:www\d?|m)\./, '')
  if (domain.length > 253 || !/^(?:[\p{L}\p{N}_-]+\.)+[\p{L}][\p{L}\p{N}-]+$/u.test(domain)) return null
  return SHARED_HOSTS.some((shared) => domain === shared || domain.endsWith(`.${shared}`)) ? null : domain
}
