/**
 * Legal forms in Korean, Russian, English and the languages of the lists. They say what a body is, not which one: a
 * name without them is compared, a clash of two families is evidence against, and a name of nothing else is no name.
 */
export type FormFamily = 'stock' | 'limited' | 'partnership' | 'state' | 'non-profit' | 'sole'

export interface LegalForm {
  readonly words: readonly string[]
  /** Families it may mean; empty: says nothing (`company`). */
  readonly families: readonly FormFamily[]
}

const FORMS: readonly (readonly [families: readonly FormFamily[], forms: string])[] = [
  [
    ['stock'],
    `jsc;ojsc;pjsc;cjsc;oao;zao;pao;ao;nao;ag;sa;spa;plc;inc;incorporated;nv;ab;as;asa;oyj;oy;kk;se;sas;sab de cv;sa de cv;
     tbk;pt tbk;at;pat;prat;kgaa;aktiengesellschaft;kabushiki kaisha;joint stock company;open joint stock company;
     public joint stock company;closed joint stock company;joint stock co;public limited company;societe anonyme;
     sociedad anonima;societa per azioni;aktiebolag;naamloze vennootschap;osakeyhtio;
     aktsionernoe obshchestvo;otkrytoe aktsionernoe obshchestvo;publichnoe aktsionernoe obshchestvo;zakrytoe aktsionernoe obshchestvo;
     ао;оао;пао;зао;нао;акционерное общество;открытое акционерное общество;публичное акционерное общество;
     закрытое акционерное общество;непубличное акционерное общество;акціонерне товариство;пат;прат;
     주식회사;주;株式会社;股份有限公司`,
  ],
  [
    ['limited'],
    `llc;limited liability company;limited liability co;gmbh;mbh;gesellschaft mit beschrankter haftung;ooo;sarl;srl;bv;bvba;sp z oo;spzoo;
     spolka z ograniczona odpowiedzialnoscia;sl;slu;sociedad limitada;societatea cu raspundere limitata;societe a responsabilite limitee;
     societa a responsabilita limitata;besloten vennootschap;kft;doo;eood;ood;sro;tov;too;
     obshchestvo s ogranichennoi otvetstvennostyu;obschestvo s ogranichennoy otvetstvennostyu;obshchestvo s ogranichennoy otvetstvennostyu;
     ооо;тоо;тов;общество с ограниченной ответственностью;товариство з обмеженою відповідальністю;
     товарищество с ограниченной ответственностью;유한회사;유한책임회사;有限责任公司;有限会社`,
  ],
  // Co., Ltd. is what a Korean 주식회사 and a Chinese limited company both write.
  [
    ['stock', 'limited'],
    `ltd;limited;co ltd;company limited;pty ltd;pte ltd;pvt ltd;private limited;sdn bhd;bhd;pte;pty;ltda;limitada;limited company;有限公司`,
  ],
  [
    ['partnership'],
    `lp;llp;lllp;kg;ohg;limited partnership;limited liability partnership;co kg;gmbh co kg;합자회사;합명회사;полное товарищество;
     товарищество на вере`,
  ],
  [
    ['state'],
    `fgup;fsue;gup;mup;federal state unitary enterprise;state unitary enterprise;federal state budgetary institution;fgbu;fgbou;fgbun;
     фгуп;гуп;муп;фгбу;фгбоу;фгбун;фгаоу;гк;федеральное государственное унитарное предприятие;государственное унитарное предприятие;
     федеральное государственное бюджетное учреждение;공사`,
  ],
  [
    ['non-profit'],
    `ano;nko;ngo;ev;non profit organization;autonomous non profit organization;autonomous noncommercial organization;
     ано;нко;автономная некоммерческая организация;некоммерческая организация;사단법인;재단법인;학교법인`,
  ],
  [['sole'], `sole proprietorship;individual entrepreneur;ип;индивидуальный предприниматель`],
  [
    [],
    `co;company;corp;corporation;companie;compagnie;compania;компания;корпорация;회사;na;de cv;rl;limitee;the company`,
  ],
]

/** Short forms that are never a part of a person's name, so that they may be taken from one. */
const NEVER_A_NAME = new Set([
  'llc',
  'ltd',
  'inc',
  'gmbh',
  'jsc',
  'ojsc',
  'pjsc',
  'plc',
  'ооо',
  'оао',
  'пао',
  '주식회사',
])

const BY_FIRST = new Map<string, LegalForm[]>()
const LONG_FIRST: { readonly word: string; readonly forms: LegalForm[] }[] = []

for (const [families, text] of FORMS) {
  for (const form of text.split(';')) {
    const words = form.trim().split(/\s+/)
    const first = words[0] ?? ''
    const known = BY_FIRST.get(first)
    if (known) known.push({ words, families })
    else BY_FIRST.set(first, [{ words, families }])
  }
}
for (const [word, forms] of BY_FIRST) {
  forms.sort((a, b) => b.words.length - a.words.length)
  if (word.length >= 8 || forms.some(({ words }) => words.length > 2)) LONG_FIRST.push({ word, forms })
}

/** At most one letter too many, too few or other: long form words are often misspelt. */
function isNearly(a: string, b: string): boolean {
  if (a === b) return true
  if (b.length < 5 || Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1
  let end = 0
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end += 1
  return Math.max(a.length, b.length) - start - end <= 1
}

const fits = (words: readonly string[], from: number, form: LegalForm): boolean =>
  form.words.length + from <= words.length && form.words.every((word, at) => isNearly(words[from + at] ?? '', word))

function formAt(words: readonly string[], from: number): LegalForm | null {
  const first = words[from] ?? ''
  const exact = BY_FIRST.get(first)?.find((form) => fits(words, from, form))
  if (exact) return exact
  if (first.length < 4) return null
  for (const { word, forms } of LONG_FIRST) {
    if (!isNearly(first, word)) continue
    const form = forms.find((candidate) => fits(words, from, candidate))
    if (form) return form
  }
  return null
}

export interface WithoutForms {
  /** Places in the given words that are left. */
  readonly kept: readonly number[]
  readonly forms: readonly LegalForm[]
}

/**
 * Takes legal forms from both ends of a name, again and again, and forms of several words from anywhere. Of a person
 * only short forms that cannot be a name are taken.
 */
export function takeForms(words: readonly string[], ofPerson: boolean): WithoutForms {
  const taken = new Set<number>()
  const forms: LegalForm[] = []
  const take = (from: number, form: LegalForm): void => {
    forms.push(form)
    for (let at = 0; at < form.words.length; at += 1) taken.add(from + at)
  }
  if (ofPerson) {
    words.forEach((word, at) => {
      const form = NEVER_A_NAME.has(word) && words.length > 2 ? formAt(words, at) : null
      if (form?.words.length === 1) take(at, form)
    })
    return { kept: words.map((_, at) => at).filter((at) => !taken.has(at)), forms }
  }
  for (let at = 0; at < words.length; at += 1) {
    const form = taken.has(at) ? null : formAt(words, at)
    if (form && form.words.length > 1) take(at, form)
  }
  let start = 0
  let end = words.length
  for (;;) {
    while (start < end && taken.has(start)) start += 1
    while (end > start && taken.has(end - 1)) end -= 1
    if (start >= end) break
    const last = formAt(words, end - 1)
    if (last?.words.length === 1) {
      take(end - 1, last)
      continue
    }
    const first = formAt(words, start)
    if (first?.words.length === 1) {
      take(start, first)
      continue
    }
    break
  }
  return { kept: words.map((_, at) => at).filter((at) => !taken.has(at)), forms }
}

/** True where both sides name a form and no family fits both. */
export function formsClash(a: readonly LegalForm[], b: readonly LegalForm[]): boolean {
  const left = a.flatMap(({ families }) => families)
  const right = new Set(b.flatMap(({ families }) => families))
  return left.length > 0 && right.size > 0 && !left.some((family) => right.has(family))
}
