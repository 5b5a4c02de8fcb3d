import type { Keyword } from '../../modules/programmes/index.ts'

type Row = readonly [code: string, ko: string, ru: string, en: string]

/** A group and what belongs to it; the group's code comes first. */
type Group = readonly [Row, ...Row[]]

const TECHNOLOGY: readonly Group[] = [
  [
    ['sem', '반도체', 'Полупроводники', 'Semiconductors'],
    ['sem.vacuum', '진공 장치와 부품', 'Вакуумная техника', 'Vacuum equipment and parts'],
    ['sem.deposition', '박막 증착', 'Осаждение тонких плёнок', 'Thin-film deposition'],
    ['sem.ion', '이온·플라스마 공정', 'Ионные и плазменные процессы', 'Ion and plasma processes'],
    ['sem.heating', '공정 가열', 'Нагрев в технологических процессах', 'Process heating'],
    ['sem.test', '칩 시험과 분류', 'Испытания и сортировка микросхем', 'Chip testing and sorting'],
    ['sem.packaging', '반도체 패키징', 'Корпусирование микросхем', 'Chip packaging'],
  ],
  [
    ['dis', '디스플레이', 'Дисплеи', 'Displays'],
    ['dis.glass', '디스플레이용 유리', 'Стекло для дисплеев', 'Glass for displays'],
    ['dis.oled', 'OLED 소재와 공정', 'Материалы и процессы OLED', 'OLED materials and processes'],
    ['dis.inspection', '패널 검사', 'Контроль панелей', 'Panel inspection'],
    ['dis.flexible', '플렉시블 디스플레이', 'Гибкие дисплеи', 'Flexible displays'],
  ],
  [
    ['auto', '자율주행', 'Автономное вождение', 'Autonomous driving'],
    ['auto.sensor', '차량용 센서', 'Автомобильные датчики', 'Vehicle sensors'],
    ['auto.camera', '차량용 카메라', 'Автомобильные камеры', 'Vehicle cameras'],
    ['auto.radar', '차량용 레이더', 'Автомобильные радары', 'Vehicle radar'],
    ['auto.lidar', '라이다', 'Лидары', 'LiDAR'],
    ['auto.navigation', '위치 결정과 항법', 'Определение положения и навигация', 'Positioning and navigation'],
    ['auto.drive', '전동 구동', 'Электрический привод', 'Electric drive'],
    ['auto.parts', '자동차 부품', 'Автомобильные компоненты', 'Automotive parts'],
  ],
  [
    ['mach', '특수 가공', 'Специальная обработка', 'Special machining'],
    ['mach.cutting', '다축 절삭 가공', 'Многоосевая обработка', 'Multi-axis cutting'],
    ['mach.precision', '초정밀 가공', 'Сверхточная обработка', 'Ultra-precision machining'],
    ['mach.mould', '금형', 'Пресс-формы', 'Moulds'],
    ['mach.laser', '레이저 가공', 'Лазерная обработка', 'Laser machining'],
    ['mach.coating', '용사와 표면 코팅', 'Напыление и покрытия', 'Spraying and coating'],
    ['mach.joining', '접합과 용접', 'Соединение и сварка', 'Joining and welding'],
    ['mach.additive', '적층 제조', 'Аддитивное производство', 'Additive manufacturing'],
    ['mach.robotics', '로봇과 자동화', 'Робототехника и автоматизация', 'Robotics and automation'],
  ],
  [
    ['meas', '측정과 검사', 'Измерения и контроль', 'Measurement and inspection'],
    ['meas.vision', '머신비전', 'Машинное зрение', 'Machine vision'],
    ['meas.sensor', '센서와 변환기', 'Датчики и преобразователи', 'Sensors and transducers'],
    ['meas.3d', '3차원 측정', 'Трёхмерные измерения', '3D measurement'],
    ['meas.nano', '나노 변위 측정', 'Измерение нанометровых перемещений', 'Nano-displacement measurement'],
    ['meas.xray', '엑스선 검사', 'Рентгеновский контроль', 'X-ray inspection'],
    ['meas.ndt', '비파괴 검사', 'Неразрушающий контроль', 'Non-destructive testing'],
  ],
  [
    ['opt', '광학과 레이저', 'Оптика и лазеры', 'Optics and lasers'],
    ['opt.laser', '레이저 광원', 'Лазерные источники', 'Laser sources'],
    ['opt.lens', '렌즈와 광학 부품', 'Линзы и оптические компоненты', 'Lenses and optical parts'],
    ['opt.infrared', '적외선 기술', 'Инфракрасная техника', 'Infrared technology'],
  ],
  [
    ['ict', '정보통신', 'Информационные технологии и связь', 'Information and communication'],
    ['ict.ai', '인공지능', 'Искусственный интеллект', 'Artificial intelligence'],
    ['ict.data', '데이터 분석', 'Анализ данных', 'Data analytics'],
    ['ict.factory', '스마트 공장', 'Умное производство', 'Smart factory'],
    ['ict.iot', '사물인터넷', 'Интернет вещей', 'Internet of things'],
    ['ict.wireless', '무선 통신', 'Беспроводная связь', 'Wireless communication'],
    ['ict.signal', '신호 처리', 'Обработка сигналов', 'Signal processing'],
    ['ict.language', '음성과 언어 처리', 'Обработка речи и языка', 'Speech and language'],
    ['ict.security', '정보 보호', 'Защита информации', 'Information security'],
  ],
  [
    ['med', '의료', 'Медицина', 'Medicine'],
    ['med.device', '의료 기기', 'Медицинские приборы', 'Medical devices'],
    ['med.digital', '디지털 헬스케어', 'Цифровое здравоохранение', 'Digital health'],
    ['med.implant', '임플란트', 'Имплантаты', 'Implants'],
    ['med.rehabilitation', '재활 기기', 'Средства реабилитации', 'Rehabilitation devices'],
  ],
  [
    ['bio', '바이오', 'Биотехнологии', 'Biotechnology'],
    ['bio.fermentation', '발효와 배양', 'Ферментация и культивирование', 'Fermentation and culture'],
    ['bio.enzyme', '효소', 'Ферменты', 'Enzymes'],
    ['bio.food', '기능성 식품 소재', 'Функциональные пищевые ингредиенты', 'Functional food ingredients'],
  ],
  [
    ['mat', '소재', 'Материалы', 'Materials'],
    ['mat.ceramic', '세라믹', 'Керамика', 'Ceramics'],
    ['mat.glass', '유리', 'Стекло', 'Glass'],
    ['mat.metal', '금속과 합금', 'Металлы и сплавы', 'Metals and alloys'],
    ['mat.powder', '금속 분말', 'Металлические порошки', 'Metal powders'],
    ['mat.polymer', '고분자', 'Полимеры', 'Polymers'],
    ['mat.composite', '복합재', 'Композиты', 'Composites'],
    ['mat.seal', '씰과 개스킷', 'Уплотнения и прокладки', 'Seals and gaskets'],
    ['mat.foil', '금속 포일', 'Металлическая фольга', 'Metal foils'],
  ],
]

const MARKET: readonly Row[] = [
  ['m.semiconductor', '반도체 산업', 'Полупроводниковая промышленность', 'Semiconductor industry'],
  ['m.display', '디스플레이 산업', 'Производство дисплеев', 'Display industry'],
  ['m.electronics', '전자 제품', 'Электроника', 'Electronics'],
  ['m.automotive', '자동차 산업', 'Автомобильная промышленность', 'Automotive industry'],
  ['m.mobility', '미래 이동 수단', 'Новые виды транспорта', 'New mobility'],
  ['m.aerospace', '항공우주', 'Авиация и космос', 'Aviation and space'],
  ['m.rail', '철도', 'Железные дороги', 'Railways'],
  ['m.shipbuilding', '조선과 해양', 'Судостроение и морская техника', 'Shipbuilding and offshore'],
  ['m.machinery', '기계 산업', 'Машиностроение', 'Machinery'],
  ['m.metallurgy', '금속 산업', 'Металлургия', 'Metals industry'],
  ['m.chemistry', '화학 산업', 'Химическая промышленность', 'Chemical industry'],
  ['m.energy', '에너지', 'Энергетика', 'Energy'],
  ['m.oilgas', '석유와 가스', 'Нефть и газ', 'Oil and gas'],
  ['m.construction', '건설', 'Строительство', 'Construction'],
  ['m.environment', '환경', 'Экология', 'Environment'],
  ['m.water', '수처리', 'Водоподготовка', 'Water treatment'],
  ['m.agriculture', '농업', 'Сельское хозяйство', 'Agriculture'],
  ['m.food', '식품', 'Пищевая промышленность', 'Food'],
  ['m.cosmetics', '화장품', 'Косметика', 'Cosmetics'],
  ['m.healthcare', '의료 산업', 'Здравоохранение', 'Health care'],
  ['m.hospital', '병원', 'Больницы', 'Hospitals'],
  ['m.dental', '치과', 'Стоматология', 'Dentistry'],
  ['m.pharma', '제약', 'Фармацевтика', 'Pharmaceuticals'],
  ['m.software', '소프트웨어', 'Программное обеспечение', 'Software'],
  ['m.telecom', '통신 서비스', 'Услуги связи', 'Telecommunications'],
  ['m.smartcity', '스마트 시티', 'Умный город', 'Smart city'],
  ['m.logistics', '물류', 'Логистика', 'Logistics'],
  ['m.education', '교육', 'Образование', 'Education'],
  ['m.research', '연구 기관', 'Научные организации', 'Research'],
  ['m.public', '공공 부문', 'Государственный сектор', 'Public sector'],
]

const keyword = (list: Keyword['list'], [code, ko, ru, en]: Row, parentCode: string | null): Keyword => ({
  list,
  code,
  parentCode,
  name: { ko, ru, en },
})

/** The code lists of the demo programme, worded for this project. */
export const KEYWORDS: readonly Keyword[] = [
  ...TECHNOLOGY.flatMap(([group, ...rows]) => [
    keyword('technology', group, null),
    ...rows.map((row) => keyword('technology', row, group[0])),
  ]),
  ...MARKET.map((row) => keyword('market', row, null)),
]
