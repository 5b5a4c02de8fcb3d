import type { LocalizedText } from '../../../kernel/locale.ts'
import type { Dimension } from './quantity.ts'

/**
 * Which entries of control lists somebody should read for a technology. It never says that something is not controlled:
 * it is short, lists change, and only the text in force decides. Korea's list of strategic items (전략물자수출입고시,
 * annex 2) and Annex I of Regulation (EU) 2021/821 both follow the numbering of the Wassenaar list used here.
 */
export const TABLE_VERSION = '2026-1'

export interface ControlSource {
  readonly title: LocalizedText
  readonly url: string
}

/** Where the entries stand in the words that count. The first two share the numbering; the others go by destination. */
export const SOURCES: readonly ControlSource[] = [
  {
    title: {
      en: 'Regulation (EU) 2021/821, Annex I (dual-use items)',
      ko: '유럽연합 규정 2021/821 부속서 I(이중용도 품목)',
      ru: 'Регламент (ЕС) 2021/821, приложение I (товары двойного назначения)',
    },
    url: 'https://eur-lex.europa.eu/eli/reg/2021/821/oj',
  },
  {
    title: {
      en: 'Korea: Public Notice on Trade of Strategic Items, annex 2; Foreign Trade Act, article 19',
      ko: '전략물자수출입고시 별표 2(이중용도품목), 대외무역법 제19조',
      ru: 'Корея: Уведомление о торговле стратегическими товарами, приложение 2; Закон о внешней торговле, статья 19',
    },
    url: 'https://www.law.go.kr',
  },
  {
    title: {
      en: 'Regulation (EU) No 833/2014 (sectoral measures; goods and technology by annex)',
      ko: '유럽연합 규정 833/2014(분야별 조치, 부속서별 품목·기술)',
      ru: 'Регламент (ЕС) № 833/2014 (секторальные меры; товары и технологии по приложениям)',
    },
    url: 'https://eur-lex.europa.eu/eli/reg/2014/833/oj',
  },
  {
    title: {
      en: 'Korea: items under situational licence for named destinations (catch-all)',
      ko: '전략물자수출입고시 상황허가 대상 품목',
      ru: 'Корея: товары, требующие ситуационного разрешения для отдельных стран',
    },
    url: 'https://www.law.go.kr',
  },
]

export interface ControlEntry {
  readonly code: string
  readonly title: LocalizedText
}

const entry = (code: string, en: string, ko: string, ru: string): ControlEntry => ({ code, title: { en, ko, ru } })

export const CONTROL_ENTRIES: readonly ControlEntry[] = [
  entry(
    '1C011',
    'Metals and compounds as fine powder',
    '미세 분말 형태의 금속 및 화합물',
    'Металлы и соединения в виде мелкого порошка',
  ),
  entry(
    '1C007',
    'Ceramic powders and ceramic composites',
    '세라믹 분말 및 세라믹 복합재',
    'Керамические порошки и композиты',
  ),
  entry('1C107', 'Graphite and ceramic materials', '흑연 및 세라믹 재료', 'Графит и керамические материалы'),
  entry(
    '2B001',
    'Machine tools for removing or cutting, numerically controlled',
    '수치제어 절삭 공작기계',
    'Станки с числовым программным управлением',
  ),
  entry(
    '2B005',
    'Equipment for depositing coatings, sputtering and ion plating among them',
    '스퍼터링·이온 플레이팅 등 무기 피막 증착 장비',
    'Оборудование для нанесения покрытий, включая распыление и ионное осаждение',
  ),
  entry(
    '2B006',
    'Dimensional inspection and measuring systems',
    '치수 검사 및 측정 시스템',
    'Системы контроля размеров и измерительные системы',
  ),
  entry('2B007', 'Robots and their controllers', '로봇 및 제어기', 'Роботы и их контроллеры'),
  entry(
    '2B008',
    'Units and assemblies for machine tools and measuring systems',
    '공작기계·측정 시스템용 조립품',
    'Узлы и блоки для станков и измерительных систем',
  ),
  entry(
    '2B206',
    'Dimensional inspection machines (nuclear use)',
    '치수 검사 장비(원자력 관련)',
    'Машины контроля размеров (ядерное применение)',
  ),
  entry(
    '2B226',
    'Induction furnaces with controlled atmosphere',
    '분위기 제어 유도로',
    'Индукционные печи с контролируемой средой',
  ),
  entry(
    '2B227',
    'Melting and casting furnaces, vacuum or other controlled atmosphere',
    '진공·분위기 제어 용해로',
    'Плавильные печи, вакуумные или с контролируемой средой',
  ),
  entry(
    '2E003',
    'Other technology, that of coatings and of applying them among it',
    '피막 및 도포 기술 등 기타 기술',
    'Прочие технологии, включая технологии покрытий и их нанесения',
  ),
  entry(
    '3A101',
    'Electronic equipment, accelerators for radiography among it',
    '방사선 투과용 가속기 등 전자 장비',
    'Электронное оборудование, включая ускорители для радиографии',
  ),
  entry(
    '3A201',
    'Electronic components, flash X-ray generators among them',
    '섬광 X선 발생기 등 전자 부품',
    'Электронные компоненты, включая импульсные рентгеновские генераторы',
  ),
  entry(
    '3B001',
    'Equipment for making semiconductors, and parts designed for it',
    '반도체 제조 장비 및 전용 부품',
    'Оборудование для производства полупроводников и специальные узлы',
  ),
  entry(
    '3E001',
    'Technology for equipment and devices of category 3',
    '제3부 품목의 개발·생산 기술',
    'Технология для товаров категории 3',
  ),
  entry('4E001', 'Technology of computers', '컴퓨터 관련 기술', 'Технология вычислительной техники'),
  entry(
    '5A002',
    'Information security: systems with cryptography',
    '정보보안: 암호 기능 시스템',
    'Информационная безопасность: системы с криптографией',
  ),
  entry('6A003', 'Cameras', '카메라', 'Камеры'),
  entry('6A005', 'Lasers and their components', '레이저 및 부품', 'Лазеры и их компоненты'),
  entry(
    '6A008',
    'Radar and laser radar (LiDAR)',
    '레이더 및 레이저 레이더(라이다)',
    'Радары и лазерные радары (лидары)',
  ),
]

export interface TechnologyParameter {
  readonly key: string
  readonly dimension: Dimension
  /** How an answer may look. */
  readonly example: string
  readonly title: LocalizedText
}

export interface EntryOfTechnology {
  readonly code: string
  /**
   * Read first when the answer lies within this, in base units. It puts an entry in front and never takes one away; the
   * number is where the lists have or had a limit, as a reason to look.
   */
  readonly first?: { readonly parameter: string; readonly atMost?: number; readonly atLeast?: number }
}

export interface Technology {
  readonly key: string
  readonly title: LocalizedText
  readonly parameters: readonly TechnologyParameter[]
  readonly entries: readonly EntryOfTechnology[]
}

const RESOLUTION: TechnologyParameter = {
  key: 'resolution',
  dimension: 'length',
  example: '0.1 µm',
  title: { en: 'Resolution', ko: '분해능', ru: 'Разрешение' },
}
const UNCERTAINTY: TechnologyParameter = {
  key: 'uncertainty',
  dimension: 'length',
  example: '1.7 µm',
  title: { en: 'Measurement uncertainty', ko: '측정 불확도', ru: 'Погрешность измерения' },
}
const RANGE: TechnologyParameter = {
  key: 'range',
  dimension: 'length',
  example: '10 mm',
  title: { en: 'Range', ko: '측정(이동) 범위', ru: 'Диапазон' },
}

/** The four of the source case first, then what its companies also talked about. */
export const TECHNOLOGIES: readonly Technology[] = [
  {
    key: 'joining-foil',
    title: {
      en: 'Smart foil for joining (bonding) processes',
      ko: '접합 공정용 스마트 포일',
      ru: 'Умная фольга для процессов соединения',
    },
    parameters: [
      {
        key: 'layer-thickness',
        dimension: 'length',
        example: '25 nm',
        title: { en: 'Thickness of a layer', ko: '층 두께', ru: 'Толщина слоя' },
      },
      {
        key: 'reaction-temperature',
        dimension: 'temperature',
        example: '1500 °C',
        title: { en: 'Temperature of the reaction', ko: '반응 온도', ru: 'Температура реакции' },
      },
    ],
    entries: [{ code: '2B005' }, { code: '2E003' }, { code: '1C011' }],
  },
  {
    key: 'inspection-3d',
    title: {
      en: '3D inspection equipment for automotive parts',
      ko: '자동차부품 3차원 검사 장비',
      ru: 'Оборудование для 3D-контроля автомобильных деталей',
    },
    parameters: [RESOLUTION, UNCERTAINTY, RANGE],
    entries: [
      { code: '2B006', first: { parameter: 'uncertainty', atMost: 1.7e-6 } },
      { code: '2B206' },
      { code: '6A003' },
      { code: '6A005' },
    ],
  },
  {
    key: 'displacement-stage',
    title: {
      en: 'Interferometer-based nano-displacement measuring stage',
      ko: '인터페로미터 기반 나노 변위 측정 스테이지',
      ru: 'Интерферометрический столик для измерения нанометровых перемещений',
    },
    parameters: [RESOLUTION, UNCERTAINTY, RANGE],
    entries: [
      { code: '2B006', first: { parameter: 'resolution', atMost: 2e-7 } },
      { code: '2B008' },
      { code: '2B206' },
      { code: '3B001' },
      { code: '6A005' },
    ],
  },
  {
    key: 'process-heater',
    title: {
      en: 'High-temperature heater for semiconductor processes',
      ko: '반도체 공정 고온 히터',
      ru: 'Высокотемпературный нагреватель для полупроводниковых процессов',
    },
    parameters: [
      {
        key: 'temperature',
        dimension: 'temperature',
        example: '850 °C',
        title: { en: 'Highest temperature', ko: '최고 온도', ru: 'Наибольшая температура' },
      },
      {
        key: 'power',
        dimension: 'power',
        example: '5 kW',
        title: { en: 'Power', ko: '출력', ru: 'Мощность' },
      },
    ],
    entries: [
      { code: '3B001' },
      { code: '3E001' },
      { code: '2B226', first: { parameter: 'temperature', atLeast: 1123 } },
      { code: '2B227' },
      { code: '2B005' },
      { code: '1C007' },
      { code: '1C107' },
    ],
  },
  {
    key: 'x-ray-inspection',
    title: { en: 'X-ray inspection equipment', ko: 'X선 검사 장비', ru: 'Оборудование рентгеновского контроля' },
    parameters: [
      {
        key: 'energy',
        dimension: 'energy',
        example: '450 keV',
        title: { en: 'Peak energy', ko: '최대 에너지', ru: 'Наибольшая энергия' },
      },
      RESOLUTION,
    ],
    entries: [
      { code: '3A201', first: { parameter: 'energy', atLeast: 8.01e-14 } },
      { code: '3A101', first: { parameter: 'energy', atLeast: 3.2e-13 } },
      { code: '2B006' },
    ],
  },
  {
    key: 'lidar',
    title: { en: 'LiDAR for autonomous driving', ko: '자율주행용 라이다', ru: 'Лидар для автономного вождения' },
    parameters: [
      {
        key: 'wavelength',
        dimension: 'length',
        example: '1550 nm',
        title: { en: 'Wavelength', ko: '파장', ru: 'Длина волны' },
      },
      RANGE,
    ],
    entries: [{ code: '6A008' }, { code: '6A005' }],
  },
  {
    key: 'walking-robot',
    title: {
      en: 'Wearable walking robot (exoskeleton)',
      ko: '착용형 보행 로봇(외골격)',
      ru: 'Носимый робот для ходьбы (экзоскелет)',
    },
    parameters: [],
    entries: [{ code: '2B007' }],
  },
  {
    key: 'machining',
    title: { en: 'Special machining', ko: '특수 가공', ru: 'Специальная обработка' },
    parameters: [
      {
        key: 'positioning',
        dimension: 'length',
        example: '1.1 µm',
        title: { en: 'Positioning repeatability', ko: '위치결정 반복 정밀도', ru: 'Повторяемость позиционирования' },
      },
      {
        key: 'axes',
        dimension: 'count',
        example: '5',
        title: { en: 'Axes moved together', ko: '동시 제어 축 수', ru: 'Одновременно управляемые оси' },
      },
    ],
    entries: [{ code: '2B001', first: { parameter: 'axes', atLeast: 5 } }, { code: '2B008' }],
  },
  {
    key: 'software',
    title: { en: 'Software and communication', ko: '소프트웨어·정보통신', ru: 'Программное обеспечение и связь' },
    parameters: [],
    entries: [{ code: '5A002' }, { code: '4E001' }],
  },
]
