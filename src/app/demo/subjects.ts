import type { LocalizedText } from '../../kernel/locale.ts'

export const FIELDS = [
  'semiconductors',
  'displays',
  'autonomous-driving',
  'special-machining',
  'ict',
  'medicine-bio',
  'materials',
] as const
export type Field = (typeof FIELDS)[number]

/**
 * What an invented company works on. Its own side offers it, in its language and English; the other side asks for
 * it, in its language and English. `needs` are subjects of the other side that such a company looks for.
 */
export interface Subject {
  readonly code: string
  readonly field: Field
  readonly side: 'gyeonggi' | 'russia'
  readonly name: LocalizedText
  readonly technologyKeywords: readonly string[]
  readonly marketKeywords: readonly string[]
  readonly needs: readonly string[]
  readonly offer: { readonly title: LocalizedText; readonly summary: LocalizedText; readonly advantages: LocalizedText }
  readonly request: { readonly title: LocalizedText; readonly summary: LocalizedText; readonly sought: LocalizedText }
}

const GYEONGGI_SUBJECTS: readonly Subject[] = [
  {
    code: 'vacuum',
    field: 'semiconductors',
    side: 'gyeonggi',
    name: { ko: '진공 부품', en: 'Vacuum parts' },
    technologyKeywords: ['sem.vacuum', 'mach.precision'],
    marketKeywords: ['m.semiconductor', 'm.display'],
    needs: ['ion-source', 'polymer-seal'],
    offer: {
      title: { ko: '반도체 공정용 진공 챔버와 밸브', en: 'Vacuum chambers and valves for semiconductor processes' },
      summary: {
        ko: '증착·식각 장비에 들어가는 알루미늄 진공 챔버와 게이트 밸브를 설계부터 가공, 누설 검사까지 한곳에서 제작합니다.',
        en: 'Aluminium vacuum chambers and gate valves for deposition and etching equipment, from design and machining to the leak test under one roof.',
      },
      advantages: {
        ko: '누설률 1×10⁻⁹ Pa·m³/s 이하를 전수 검사로 보증하며, 도면 확정 후 6주 안에 첫 제품을 납품합니다.',
        en: 'Every piece is leak-tested to 1×10⁻⁹ Pa·m³/s, and the first one ships six weeks after the drawing is frozen.',
      },
    },
    request: {
      title: { ru: 'Вакуумные камеры и затворы для установок', en: 'Vacuum chambers and valves for equipment' },
      summary: {
        ru: 'Для серийных установок нанесения и ионной обработки нужны вакуумные камеры и затворы с короткими сроками изготовления.',
        en: 'Vacuum chambers and gate valves with short delivery times are needed for series equipment for deposition and ion treatment.',
      },
      sought: {
        ru: 'Алюминий или нержавеющая сталь, диаметр до 800 мм, натекание не выше 5×10⁻⁹ Па·м³/с, прогрев до 150 °C.',
        en: 'Aluminium or stainless steel, up to 800 mm in diameter, leak rate not above 5×10⁻⁹ Pa·m³/s, bakeable at 150 °C.',
      },
    },
  },
  {
    code: 'ceramic-heater',
    field: 'semiconductors',
    side: 'gyeonggi',
    name: { ko: '세라믹 히터', en: 'Ceramic heaters' },
    technologyKeywords: ['sem.heating', 'mat.ceramic'],
    marketKeywords: ['m.semiconductor', 'm.machinery'],
    needs: ['plasma-spray', 'thin-film'],
    offer: {
      title: { ko: '웨이퍼 가열용 질화알루미늄 세라믹 히터', en: 'Aluminium nitride ceramic heaters for wafers' },
      summary: {
        ko: '웨이퍼를 고르게 가열하는 질화알루미늄 히터를 공급합니다. 발열체와 온도 센서를 소결체 안에 일체로 넣습니다.',
        en: 'Aluminium nitride heaters that warm a wafer evenly; heating element and temperature sensor are sintered into one body.',
      },
      advantages: {
        ko: '650 °C에서 면내 온도 편차 ±1.5 % 이내이며, 코팅 재생 후에도 같은 균일도를 유지합니다.',
        en: 'At 650 °C the temperature differs by no more than ±1.5 % over the surface, even after the coating has been renewed.',
      },
    },
    request: {
      title: { ru: 'Керамические нагреватели для вакуумных процессов', en: 'Ceramic heaters for vacuum processes' },
      summary: {
        ru: 'Ищем поставщика плоских керамических нагревателей для подложек, которые работают в вакууме и в агрессивных газах.',
        en: 'A supplier is wanted of flat ceramic heaters for substrates that work in vacuum and in aggressive gases.',
      },
      sought: {
        ru: 'Диаметр 150–300 мм, рабочая температура 600 °C, неравномерность не более 2 %, встроенная термопара.',
        en: 'Diameter 150 to 300 mm, 600 °C in operation, uniformity within 2 %, a thermocouple built in.',
      },
    },
  },
  {
    code: 'chip-handler',
    field: 'semiconductors',
    side: 'gyeonggi',
    name: { ko: '칩 핸들러', en: 'Chip handlers' },
    technologyKeywords: ['sem.test', 'mach.robotics'],
    marketKeywords: ['m.semiconductor', 'm.electronics'],
    needs: ['machine-vision', 'fibre-laser'],
    offer: {
      title: { ko: '메모리·센서 칩 검사용 핸들러', en: 'Test handlers for memory and sensor chips' },
      summary: {
        ko: '패키지 칩을 집어 온도 챔버에서 시험하고 등급별로 분류하는 자동 핸들러입니다. 소량 다품종 라인에 맞게 구성합니다.',
        en: 'Automatic handlers pick packaged chips, test them in a temperature chamber and sort them by grade; built for lines with many types in small numbers.',
      },
      advantages: {
        ko: '품종 교체가 20분이면 끝나고, -40 °C부터 125 °C까지 한 장비에서 시험합니다.',
        en: 'Changing the type takes 20 minutes, and one machine tests from -40 °C to 125 °C.',
      },
    },
    request: {
      title: { ru: 'Автоматы для испытаний и сортировки микросхем', en: 'Automatic testing and sorting of chips' },
      summary: {
        ru: 'Нужны автоматы, которые подают корпусированные микросхемы на испытания и сортируют их по результатам.',
        en: 'Automatic machines are wanted that feed packaged chips to the tester and sort them by the result.',
      },
      sought: {
        ru: 'Не менее 3000 корпусов в час, диапазон от -40 до +105 °C, смена типа корпуса без замены всей оснастки.',
        en: 'At least 3,000 packages an hour, -40 to +105 °C, another package type without changing all of the tooling.',
      },
    },
  },
  {
    code: 'display-glass',
    field: 'displays',
    side: 'gyeonggi',
    name: { ko: '디스플레이 유리', en: 'Display glass' },
    technologyKeywords: ['dis.glass', 'mat.glass'],
    marketKeywords: ['m.display', 'm.electronics'],
    needs: ['fibre-laser', 'thin-film'],
    offer: {
      title: { ko: '접는 화면용 초박형 강화 유리', en: 'Ultra-thin strengthened glass for folding displays' },
      summary: {
        ko: '두께 30~100 µm의 강화 유리를 절단, 모서리 가공, 화학 강화까지 처리하여 패널 업체에 공급합니다.',
        en: 'Glass of 30 to 100 µm is cut, edge-finished and chemically strengthened for makers of display panels.',
      },
      advantages: {
        ko: '곡률 반경 1.5 mm에서 20만 회 굽힘 시험을 통과했습니다.',
        en: 'It has passed 200,000 bends at a radius of 1.5 mm.',
      },
    },
    request: {
      title: { ru: 'Тонкое закалённое стекло для дисплеев', en: 'Thin strengthened glass for displays' },
      summary: {
        ru: 'Для гибких индикаторов требуется тонкое закалённое стекло с обработанной кромкой, небольшими партиями.',
        en: 'Thin strengthened glass with a finished edge is needed in small batches for flexible displays.',
      },
      sought: {
        ru: 'Толщина 50–100 мкм, формат до 370×470 мм, радиус изгиба не более 3 мм, пригодность для напыления плёнок.',
        en: 'Thickness 50 to 100 µm, sheets up to 370×470 mm, bending radius of 3 mm or less, fit for thin-film deposition.',
      },
    },
  },
  {
    code: 'panel-inspection',
    field: 'displays',
    side: 'gyeonggi',
    name: { ko: '패널 검사', en: 'Panel inspection' },
    technologyKeywords: ['dis.inspection', 'meas.vision'],
    marketKeywords: ['m.display', 'm.machinery'],
    needs: ['machine-vision', 'ion-source'],
    offer: {
      title: { ko: 'OLED 패널 얼룩·결함 검사 장비', en: 'Inspection equipment for stains and defects of OLED panels' },
      summary: {
        ko: '고해상도 카메라와 조명을 조합해 OLED 패널의 얼룩과 화소 결함을 찾아내고 공정 데이터와 연결합니다.',
        en: 'High-resolution cameras and lighting find stains and pixel defects of OLED panels and tie them to process data.',
      },
      advantages: {
        ko: '사람이 놓치기 쉬운 저휘도 얼룩을 20초 안에 판정하며 판정 이력을 모두 남깁니다.',
        en: 'Low-luminance stains that the eye misses are judged within 20 seconds, and every verdict is kept.',
      },
    },
    request: {
      title: { ru: 'Оборудование для контроля дефектов панелей', en: 'Equipment for defect inspection of panels' },
      summary: {
        ru: 'Хотим испытать свои алгоритмы распознавания дефектов на серийном оборудовании для контроля дисплейных панелей.',
        en: 'Our defect recognition algorithms are to be tried on series equipment for the inspection of display panels.',
      },
      sought: {
        ru: 'Открытый программный интерфейс, камеры от 25 мегапикселей, размеченные изображения дефектов для обучения.',
        en: 'An open software interface, cameras from 25 megapixels, labelled images of defects for training.',
      },
    },
  },
  {
    code: 'auto-sensor',
    field: 'autonomous-driving',
    side: 'gyeonggi',
    name: { ko: '차량 센서', en: 'Auto sensors' },
    technologyKeywords: ['auto.sensor', 'meas.sensor'],
    marketKeywords: ['m.automotive', 'm.mobility'],
    needs: ['radar', 'inertial-navigation'],
    offer: {
      title: {
        ko: '자율주행 차량용 센서 모듈 양산',
        en: 'Series production of sensor modules for autonomous vehicles',
      },
      summary: {
        ko: '차량용 초음파·적외선 센서 모듈을 설계하고 완성차 협력사 기준에 맞춰 양산합니다.',
        en: 'Ultrasonic and infrared sensor modules for vehicles are designed and mass-produced to the standard of car-maker suppliers.',
      },
      advantages: {
        ko: 'IATF 16949 인증 라인에서 월 10만 개를 생산하고 환경 시험을 자체 수행합니다.',
        en: 'A line certified to IATF 16949 makes 100,000 pieces a month, with environmental tests in house.',
      },
    },
    request: {
      title: { ru: 'Серийное производство датчиков для автомобилей', en: 'Series production of sensors for vehicles' },
      summary: {
        ru: 'Разработка готова к серии: нужен партнёр, который выпускает автомобильные датчики и знает требования автопроизводителей.',
        en: 'A design is ready for series production: a partner is wanted who makes vehicle sensors and knows the demands of car makers.',
      },
      sought: {
        ru: 'Сертификат IATF 16949, монтаж и калибровка модулей, от 5000 штук в год с возможностью роста.',
        en: 'Certified to IATF 16949, assembly and calibration of modules, from 5,000 pieces a year with room to grow.',
      },
    },
  },
  {
    code: 'camera-module',
    field: 'autonomous-driving',
    side: 'gyeonggi',
    name: { ko: '카메라 모듈', en: 'Camera modules' },
    technologyKeywords: ['auto.camera', 'opt.lens'],
    marketKeywords: ['m.automotive', 'm.electronics'],
    needs: ['machine-vision', 'radar'],
    offer: {
      title: { ko: '차량용 서라운드 카메라 모듈', en: 'Surround-view camera modules for vehicles' },
      summary: {
        ko: '렌즈 조립부터 방수 시험까지 자체 공정으로 만드는 차량용 카메라 모듈을 공급합니다.',
        en: 'Camera modules for vehicles are made in house from lens assembly to the waterproof test.',
      },
      advantages: {
        ko: '능동 정렬 공정으로 해상력 편차를 줄였고, 영하 40 °C에서도 김 서림이 없습니다.',
        en: 'Active alignment keeps the resolution even, and there is no fogging at -40 °C.',
      },
    },
    request: {
      title: { ru: 'Автомобильные камеры для систем помощи водителю', en: 'Vehicle cameras for driver assistance' },
      summary: {
        ru: 'К программному обеспечению для распознавания дороги подбираем серийные камерные модули автомобильного класса.',
        en: 'Automotive-grade camera modules are wanted for software that recognises the road.',
      },
      sought: {
        ru: 'Разрешение от 2 мегапикселей, широкий динамический диапазон 120 дБ, работа при -40 °C, документация на объектив.',
        en: 'From 2 megapixels, 120 dB high dynamic range, operation at -40 °C, documents of the lens.',
      },
    },
  },
  {
    code: 'five-axis',
    field: 'special-machining',
    side: 'gyeonggi',
    name: { ko: '5축 가공', en: 'Five-axis machining' },
    technologyKeywords: ['mach.cutting', 'mach.precision'],
    marketKeywords: ['m.machinery', 'm.aerospace'],
    needs: ['plasma-spray', 'titanium-powder'],
    offer: {
      title: { ko: '난삭재 5축 정밀 가공', en: 'Five-axis precision machining of hard-to-cut alloys' },
      summary: {
        ko: '티타늄과 니켈 합금 부품을 5축 가공기로 시제품부터 소량 양산까지 가공하고 3차원 측정 성적서를 제공합니다.',
        en: 'Parts of titanium and nickel alloys are milled on five-axis machines from prototype to small series, with a 3D measurement report.',
      },
      advantages: {
        ko: '공차 ±5 µm, 최대 600 mm 부품까지 한 번의 고정으로 가공합니다.',
        en: 'Tolerance of ±5 µm, parts up to 600 mm in one clamping.',
      },
    },
    request: {
      title: { ru: 'Пятиосевая обработка точных корпусов', en: 'Five-axis machining of precision housings' },
      summary: {
        ru: 'Требуется контрактная пятиосевая обработка корпусов и деталей из титановых сплавов небольшими сериями.',
        en: 'Contract five-axis machining of housings and parts of titanium alloys is wanted in small series.',
      },
      sought: {
        ru: 'Допуск ±10 мкм, серии от 20 до 500 штук, протокол трёхмерных измерений на каждую партию.',
        en: 'Tolerance ±10 µm, series of 20 to 500 pieces, a 3D measurement report with every batch.',
      },
    },
  },
  {
    code: 'precision-mould',
    field: 'special-machining',
    side: 'gyeonggi',
    name: { ko: '정밀 금형', en: 'Precision moulds' },
    technologyKeywords: ['mach.mould', 'mach.precision'],
    marketKeywords: ['m.automotive', 'm.electronics'],
    needs: ['fibre-laser', 'plasma-spray'],
    offer: {
      title: {
        ko: '소형 렌즈·커넥터용 초정밀 사출 금형',
        en: 'High-precision injection moulds for small lenses and connectors',
      },
      summary: {
        ko: '렌즈와 커넥터를 찍어 내는 다수 캐비티 사출 금형을 설계·제작하고 시험 사출까지 진행합니다.',
        en: 'Multi-cavity injection moulds for lenses and connectors are designed, made and proven in trial runs.',
      },
      advantages: {
        ko: '캐비티 간 편차 2 µm 이내, 금형 수명 100만 회를 보증합니다.',
        en: 'Cavities differ by less than 2 µm, and one million shots are guaranteed.',
      },
    },
    request: {
      title: {
        ru: 'Точные литьевые формы для оптики и разъёмов',
        en: 'Precision injection moulds for optics and connectors',
      },
      summary: {
        ru: 'Для перехода от опытных образцов к серии ищем изготовителя точных литьевых форм.',
        en: 'A maker of precision injection moulds is wanted for the step from prototypes to series.',
      },
      sought: {
        ru: 'Форма на 8–16 гнёзд, шероховатость Ra 0,02 мкм, пробное литьё и корректировка у изготовителя.',
        en: 'A mould of 8 to 16 cavities, roughness Ra 0.02 µm, trial runs and correction at the maker.',
      },
    },
  },
  {
    code: 'factory-software',
    field: 'ict',
    side: 'gyeonggi',
    name: { ko: '공장 소프트웨어', en: 'Factory software' },
    technologyKeywords: ['ict.factory', 'ict.data'],
    marketKeywords: ['m.machinery', 'm.software'],
    needs: ['machine-vision', 'encryption'],
    offer: {
      title: {
        ko: '중소 제조업을 위한 스마트 공장 소프트웨어',
        en: 'Smart factory software for smaller manufacturers',
      },
      summary: {
        ko: '설비 데이터를 모아 생산 현황과 고장 징후를 보여 주는 생산 관리 소프트웨어로, 기존 설비를 바꾸지 않고 연결합니다.',
        en: 'Production software that gathers machine data and shows output and signs of failure, without replacing existing machines.',
      },
      advantages: {
        ko: '국내 부품 업체 40여 곳에 설치되어 있으며 평균 3주 안에 가동을 시작합니다.',
        en: 'Installed at some 40 parts makers in Korea, running three weeks after the start on average.',
      },
    },
    request: {
      title: { ru: 'Программная платформа для умного производства', en: 'Software platform for smart production' },
      summary: {
        ru: 'Хотим встроить свои модули анализа в готовую платформу управления производством и выйти на рынок вместе.',
        en: 'Our analysis modules are to become part of an existing production platform and reach the market with it.',
      },
      sought: {
        ru: 'Открытый интерфейс, поддержка OPC UA, установка на сервере заказчика, действующие внедрения.',
        en: 'An open interface, OPC UA, installation on the customer’s own server, references in operation.',
      },
    },
  },
  {
    code: 'iot-module',
    field: 'ict',
    side: 'gyeonggi',
    name: { ko: '사물인터넷 모듈', en: 'IoT modules' },
    technologyKeywords: ['ict.iot', 'ict.wireless'],
    marketKeywords: ['m.electronics', 'm.smartcity'],
    needs: ['encryption', 'speech'],
    offer: {
      title: { ko: '저전력 사물인터넷 통신 모듈', en: 'Low-power communication modules for the internet of things' },
      summary: {
        ko: '배터리로 5년 이상 동작하는 검침·환경 감시용 무선 통신 모듈과 게이트웨이를 공급합니다.',
        en: 'Wireless modules and gateways for metering and environmental monitoring that run on a battery for more than five years.',
      },
      advantages: {
        ko: '영하 40 °C 동작을 확인했고, 고객 기기에 맞춘 펌웨어를 4주 안에 제공합니다.',
        en: 'Proven at -40 °C, with firmware for the customer’s device within four weeks.',
      },
    },
    request: {
      title: { ru: 'Модули связи для интернета вещей', en: 'Communication modules for the internet of things' },
      summary: {
        ru: 'Ищем производителя маломощных модулей связи, в которые можно встроить наши средства защиты и голосового управления.',
        en: 'A maker of low-power communication modules is wanted, into which our security and voice control can be built.',
      },
      sought: {
        ru: 'LoRaWAN или NB-IoT, доступ к прошивке, работа от -40 до +60 °C, партии от 1000 штук.',
        en: 'LoRaWAN or NB-IoT, access to the firmware, -40 to +60 °C, batches from 1,000 pieces.',
      },
    },
  },
  {
    code: 'heart-monitor',
    field: 'medicine-bio',
    side: 'gyeonggi',
    name: { ko: '심장 모니터링', en: 'Heart monitoring' },
    technologyKeywords: ['med.device', 'med.digital'],
    marketKeywords: ['m.healthcare', 'm.hospital'],
    needs: ['encryption', 'radar'],
    offer: {
      title: { ko: '붙이는 심전도 측정기와 원격 판독', en: 'Wearable ECG patch with remote reading' },
      summary: {
        ko: '가슴에 붙여 14일 동안 심전도를 기록하는 패치와 병원용 판독 소프트웨어를 공급합니다.',
        en: 'A patch on the chest records the ECG for 14 days; software for hospitals helps to read it.',
      },
      advantages: {
        ko: '무게 9 g, 방수 설계이며 부정맥 의심 구간을 먼저 보여 주어 판독 시간이 절반으로 줄어듭니다.',
        en: 'It weighs 9 g, is waterproof, and halves reading time by showing suspected arrhythmia first.',
      },
    },
    request: {
      title: {
        ru: 'Носимые приборы для наблюдения за пациентами',
        en: 'Wearable devices for the monitoring of patients',
      },
      summary: {
        ru: 'Для клинических исследований нужны носимые медицинские приборы, которые непрерывно записывают показатели пациента.',
        en: 'Wearable medical devices that record a patient continuously are needed for clinical studies.',
      },
      sought: {
        ru: 'Запись от 7 суток, выгрузка необработанного сигнала, регистрационные документы на медицинское изделие.',
        en: 'Recording for 7 days or more, export of the raw signal, registration as a medical device.',
      },
    },
  },
  {
    code: 'dental-implant',
    field: 'medicine-bio',
    side: 'gyeonggi',
    name: { ko: '치과 임플란트', en: 'Dental implants' },
    technologyKeywords: ['med.implant', 'mat.metal'],
    marketKeywords: ['m.healthcare', 'm.dental'],
    needs: ['titanium-powder', 'plasma-spray'],
    offer: {
      title: { ko: '표면 처리 티타늄 치과 임플란트', en: 'Surface-treated dental implants of titanium' },
      summary: {
        ko: '뼈와 빨리 붙도록 표면을 처리한 티타늄 임플란트와 시술 기구를 제조합니다.',
        en: 'Titanium implants with a surface that heals in quickly, and the instruments to place them.',
      },
      advantages: {
        ko: '임상 5년 추적에서 성공률 97 %를 확인했으며, 맞춤형 지대주를 3일 안에 제작합니다.',
        en: 'A success rate of 97 % in five-year follow-up, custom abutments in three days.',
      },
    },
    request: {
      title: { ru: 'Изготовитель медицинских имплантатов из титана', en: 'Maker of medical implants of titanium' },
      summary: {
        ru: 'Предлагаем порошок и технологию печати и ищем изготовителя имплантатов для совместных испытаний.',
        en: 'We bring powder and printing technology and look for a maker of implants for joint trials.',
      },
      sought: {
        ru: 'Производство по ISO 13485, опыт обработки поверхности, готовность к испытаниям на образцах.',
        en: 'Production to ISO 13485, experience in surface treatment, readiness to test samples.',
      },
    },
  },
  {
    code: 'fermentation',
    field: 'medicine-bio',
    side: 'gyeonggi',
    name: { ko: '발효 소재', en: 'Fermented ingredients' },
    technologyKeywords: ['bio.fermentation', 'bio.food'],
    marketKeywords: ['m.food', 'm.cosmetics'],
    needs: ['enzyme', 'polymer-seal'],
    offer: {
      title: { ko: '화장품·건강식품용 발효 소재 생산', en: 'Fermented ingredients for cosmetics and health food' },
      summary: {
        ko: '유산균과 효모를 배양해 화장품과 건강식품 원료를 만들고 처방 개발을 함께 합니다.',
        en: 'Lactic acid bacteria and yeast are cultured into ingredients for cosmetics and health food; recipes are developed together.',
      },
      advantages: {
        ko: '50 L부터 5,000 L까지 같은 조건으로 확대하며, 균주별 안정성 자료를 제공합니다.',
        en: 'Scaled from 50 to 5,000 litres under the same conditions, with stability data for every strain.',
      },
    },
    request: {
      title: { ru: 'Производство методом ферментации по заказу', en: 'Contract production by fermentation' },
      summary: {
        ru: 'Ищем партнёра с ферментёрами, который наработает опытные партии и доведёт процесс до серии.',
        en: 'A partner with fermenters is wanted to make trial batches and bring the process to series.',
      },
      sought: {
        ru: 'Ферментёры от 500 до 5000 л, выделение и сушка, документы для пищевого применения.',
        en: 'Fermenters of 500 to 5,000 litres, recovery and drying, documents for use in food.',
      },
    },
  },
  {
    code: 'carbon-composite',
    field: 'materials',
    side: 'gyeonggi',
    name: { ko: '탄소 복합재', en: 'Carbon composites' },
    technologyKeywords: ['mat.composite', 'mat.polymer'],
    marketKeywords: ['m.aerospace', 'm.automotive'],
    needs: ['polymer-seal', 'titanium-powder'],
    offer: {
      title: { ko: '경량 탄소섬유 복합재 구조물', en: 'Lightweight structures of carbon fibre composite' },
      summary: {
        ko: '드론과 차량에 쓰이는 탄소섬유 복합재 프레임을 적층, 성형, 접착까지 일괄 제작합니다.',
        en: 'Frames of carbon fibre composite for drones and vehicles, from lay-up and moulding to bonding.',
      },
      advantages: {
        ko: '알루미늄 대비 무게를 45 % 줄였고, 결합부 비파괴 검사를 기본으로 제공합니다.',
        en: '45 % lighter than aluminium, with non-destructive testing of every joint included.',
      },
    },
    request: {
      title: { ru: 'Лёгкие конструкции из углепластика', en: 'Lightweight structures of carbon fibre composite' },
      summary: {
        ru: 'Нужен изготовитель деталей из углепластика, готовый испытать наши связующие и металлические вставки.',
        en: 'A maker of carbon fibre parts is wanted who will try our resins and metal inserts.',
      },
      sought: {
        ru: 'Автоклав от 2 м, контроль соединений, опытные партии от 10 штук.',
        en: 'An autoclave from 2 m, inspection of joints, trial batches from 10 pieces.',
      },
    },
  },
]

const RUSSIA_SUBJECTS: readonly Subject[] = [
  {
    code: 'ion-source',
    field: 'semiconductors',
    side: 'russia',
    name: { ru: 'Ионные источники', en: 'Ion sources' },
    technologyKeywords: ['sem.ion', 'sem.deposition'],
    marketKeywords: ['m.semiconductor', 'm.research'],
    needs: ['vacuum', 'ceramic-heater'],
    offer: {
      title: { ru: 'Ионные источники для очистки и травления', en: 'Ion sources for cleaning and etching' },
      summary: {
        ru: 'Линейные ионные источники без накального катода для очистки подложек и травления в вакууме, шириной до 1,2 м.',
        en: 'Linear ion sources without a filament, up to 1.2 m wide, for cleaning substrates and etching in vacuum.',
      },
      advantages: {
        ru: 'Работают с кислородом, ресурс до обслуживания 2000 часов, ток пучка равномерен в пределах 5 %.',
        en: 'They run on oxygen, need service only after 2,000 hours, and the beam is uniform within 5 %.',
      },
    },
    request: {
      title: { ko: '진공 공정용 이온 소스', en: 'Ion sources for vacuum processes' },
      summary: {
        ko: '증착 전 표면 세정과 식각에 쓸 이온 소스를 찾습니다. 자사 진공 챔버에 통합하여 국내 장비사에 함께 공급하고자 합니다.',
        en: 'Ion sources are wanted for cleaning before deposition and for etching, to be built into our vacuum chambers and supplied to equipment makers in Korea.',
      },
      sought: {
        ko: '선형 600 mm 이상, 산소 사용 가능, 유지보수 주기 1,000시간 이상.',
        en: 'Linear, 600 mm or more, suited to oxygen, 1,000 hours or more between services.',
      },
    },
  },
  {
    code: 'thin-film',
    field: 'displays',
    side: 'russia',
    name: { ru: 'Мишени для тонких плёнок', en: 'Thin-film targets' },
    technologyKeywords: ['sem.deposition', 'mat.ceramic'],
    marketKeywords: ['m.display', 'm.semiconductor'],
    needs: ['display-glass', 'vacuum'],
    offer: {
      title: { ru: 'Мишени для магнетронного распыления', en: 'Targets for magnetron sputtering' },
      summary: {
        ru: 'Керамические и металлические мишени высокой плотности для прозрачных проводящих и защитных плёнок.',
        en: 'Dense ceramic and metal sputtering targets for transparent conductive and protective films.',
      },
      advantages: {
        ru: 'Плотность 99 % теоретической, составы под заказ от одной мишени, протокол химического анализа.',
        en: '99 % of theoretical density, compositions to order from a single target, a certificate of chemical analysis.',
      },
    },
    request: {
      title: { ko: '투명 전도막용 스퍼터링 타깃', en: 'Sputtering targets for transparent conductive films' },
      summary: {
        ko: '유리와 세라믹 위에 투명 전도막과 보호막을 증착하기 위한 고밀도 스퍼터링 타깃 공급처를 찾습니다.',
        en: 'A supplier is wanted of dense sputtering targets to deposit transparent conductive and protective films on glass and ceramics.',
      },
      sought: {
        ko: '상대 밀도 98 % 이상, 순도 99.99 %, 폭 300 mm 이상 본딩 상태로 납품.',
        en: 'Relative density of 98 % or more, purity 99.99 %, 300 mm wide or more, delivered bonded.',
      },
    },
  },
  {
    code: 'machine-vision',
    field: 'ict',
    side: 'russia',
    name: { ru: 'Машинное зрение', en: 'Machine vision' },
    technologyKeywords: ['meas.vision', 'ict.ai'],
    marketKeywords: ['m.software', 'm.machinery'],
    needs: ['panel-inspection', 'camera-module'],
    offer: {
      title: { ru: 'Машинное зрение для поиска редких дефектов', en: 'Machine vision that finds rare defects' },
      summary: {
        ru: 'Программный комплекс распознаёт дефекты поверхности по малому числу примеров и встраивается в линию контроля.',
        en: 'Software that recognises surface defects from few examples and fits into an inspection line.',
      },
      advantages: {
        ru: 'Достаточно 30 изображений дефекта, решение принимается за 40 мс на обычном промышленном компьютере.',
        en: '30 images of a defect are enough, and a verdict takes 40 ms on an ordinary industrial computer.',
      },
    },
    request: {
      title: {
        ko: '소량 데이터로 학습하는 머신비전 알고리즘',
        en: 'Machine vision algorithms that learn from little data',
      },
      summary: {
        ko: '검사 장비와 카메라에 넣을 결함 인식 소프트웨어를 찾습니다. 불량 사진이 적은 품목에서도 학습되어야 합니다.',
        en: 'Defect recognition software is wanted for inspection equipment and cameras; it has to learn although there are few images of faults.',
      },
      sought: {
        ko: '불량 사진 50장 이하 학습, 판정 100 ms 이내, 당사 장비에서 오프라인 동작.',
        en: 'Training on 50 images or fewer, verdict within 100 ms, offline on our own equipment.',
      },
    },
  },
  {
    code: 'radar',
    field: 'autonomous-driving',
    side: 'russia',
    name: { ru: 'Радарные сигналы', en: 'Radar signal' },
    technologyKeywords: ['auto.radar', 'ict.signal'],
    marketKeywords: ['m.automotive', 'm.mobility'],
    needs: ['auto-sensor', 'camera-module'],
    offer: {
      title: {
        ru: 'Обработка сигналов радара миллиметрового диапазона',
        en: 'Signal processing for millimetre-wave radar',
      },
      summary: {
        ru: 'Алгоритмы и библиотека для радаров 77 ГГц: разделение близких целей, подавление помех, оценка дыхания и пульса.',
        en: 'Algorithms and a library for 77 GHz radar: separation of close targets, suppression of interference, breathing and pulse.',
      },
      advantages: {
        ru: 'Различает цели на расстоянии 12 см друг от друга, работает на недорогом сигнальном процессоре.',
        en: 'It tells targets apart at 12 cm and runs on an inexpensive signal processor.',
      },
    },
    request: {
      title: {
        ko: '차량·의료용 밀리미터파 레이더 신호 처리',
        en: 'Millimetre-wave radar signal processing for vehicles and medicine',
      },
      summary: {
        ko: '센서 모듈의 인식 성능을 높일 레이더 신호 처리 기술을 찾습니다. 근접 물체 분리와 비접촉 생체 신호에 관심이 있습니다.',
        en: 'Radar signal processing is wanted to improve sensor modules, above all separation of close objects and contactless vital signs.',
      },
      sought: {
        ko: '77 GHz 또는 60 GHz, 분해능 20 cm 이하, 소스 코드 사용권.',
        en: '77 or 60 GHz, resolution of 20 cm or better, a licence to the source code.',
      },
    },
  },
  {
    code: 'inertial-navigation',
    field: 'autonomous-driving',
    side: 'russia',
    name: { ru: 'Инерциальная навигация', en: 'Inertial navigation' },
    technologyKeywords: ['auto.navigation', 'meas.sensor'],
    marketKeywords: ['m.mobility', 'm.aerospace'],
    needs: ['auto-sensor', 'five-axis'],
    offer: {
      title: {
        ru: 'Инерциальная навигация без спутникового сигнала',
        en: 'Inertial navigation without satellite signal',
      },
      summary: {
        ru: 'Блок гироскопов и акселерометров с программой, которая ведёт машину в тоннеле и между высокими домами.',
        en: 'A unit of gyroscopes and accelerometers with software that guides a vehicle in tunnels and between tall buildings.',
      },
      advantages: {
        ru: 'Ошибка не более 0,3 % пройденного пути, калибровка занимает две минуты.',
        en: 'The error stays within 0.3 % of the distance, and calibration takes two minutes.',
      },
    },
    request: {
      title: { ko: '터널·도심용 관성 항법 기술', en: 'Inertial navigation for tunnels and cities' },
      summary: {
        ko: '위성 신호가 끊기는 구간에서 자율주행 차량의 위치를 유지할 관성 항법 센서와 알고리즘을 찾습니다.',
        en: 'Inertial navigation sensors and algorithms are wanted that hold the position of an autonomous vehicle where satellites are out of sight.',
      },
      sought: {
        ko: '주행 거리 대비 오차 0.5 % 이하, 차량용 온도 범위, 모듈 크기 50 mm 이하.',
        en: 'An error of 0.5 % of the distance or less, automotive temperature range, a module of 50 mm or smaller.',
      },
    },
  },
  {
    code: 'fibre-laser',
    field: 'special-machining',
    side: 'russia',
    name: { ru: 'Волоконные лазеры', en: 'Fibre lasers' },
    technologyKeywords: ['opt.laser', 'mach.laser'],
    marketKeywords: ['m.machinery', 'm.electronics'],
    needs: ['precision-mould', 'five-axis'],
    offer: {
      title: { ru: 'Импульсные волоконные лазеры для микрообработки', en: 'Pulsed fibre lasers for micromachining' },
      summary: {
        ru: 'Волоконные лазеры с длительностью импульса от 2 пс для резки хрупких материалов и структурирования поверхности.',
        en: 'Fibre lasers with pulses from 2 ps for cutting brittle materials and structuring surfaces.',
      },
      advantages: {
        ru: 'Воздушное охлаждение, сколы кромки менее 5 мкм, удалённая диагностика.',
        en: 'Air cooling, chipping of the edge below 5 µm, remote diagnosis.',
      },
    },
    request: {
      title: {
        ko: '유리·금형 미세 가공용 펄스 파이버 레이저',
        en: 'Pulsed fibre lasers for micromachining of glass and moulds',
      },
      summary: {
        ko: '얇은 유리 절단과 금형 표면 미세 가공에 쓸 초단펄스 파이버 레이저와 공정 조건을 찾습니다.',
        en: 'Ultrashort-pulse fibre lasers and process conditions are wanted for cutting thin glass and structuring moulds.',
      },
      sought: {
        ko: '펄스 폭 10 ps 이하, 평균 출력 30 W 이상, 가장자리 깨짐 10 µm 이하.',
        en: 'Pulses of 10 ps or shorter, 30 W average power or more, chipping of 10 µm or less.',
      },
    },
  },
  {
    code: 'plasma-spray',
    field: 'special-machining',
    side: 'russia',
    name: { ru: 'Плазменное напыление', en: 'Plasma spraying' },
    technologyKeywords: ['mach.coating', 'mat.ceramic'],
    marketKeywords: ['m.machinery', 'm.energy'],
    needs: ['ceramic-heater', 'five-axis'],
    offer: {
      title: { ru: 'Плазменное напыление стойких покрытий', en: 'Plasma spraying of resistant coatings' },
      summary: {
        ru: 'Плазменное напыление керамики и сплавов на детали вакуумного и медицинского оборудования, с разработкой режима.',
        en: 'Plasma spraying of ceramics and alloys on parts of vacuum and medical equipment, including the process.',
      },
      advantages: {
        ru: 'Пористость ниже 2 %, прочность сцепления 60 МПа, восстановление изношенных деталей.',
        en: 'Porosity below 2 %, bond strength of 60 MPa, worn parts can be restored.',
      },
    },
    request: {
      title: { ko: '내플라스마·내마모 용사 코팅', en: 'Thermal spray coatings against plasma and wear' },
      summary: {
        ko: '히터, 금형, 임플란트 표면에 적용할 플라스마 용사 코팅 기술과 재생 공정을 찾습니다.',
        en: 'Plasma spray coatings and a renewal process are wanted for heaters, moulds and implants.',
      },
      sought: {
        ko: '이트리아 또는 수산화인회석 코팅, 기공률 3 % 이하, 시편 제작 가능.',
        en: 'Coatings of yttria or hydroxyapatite, porosity of 3 % or less, samples possible.',
      },
    },
  },
  {
    code: 'speech',
    field: 'ict',
    side: 'russia',
    name: { ru: 'Речевые технологии', en: 'Speech technology' },
    technologyKeywords: ['ict.language', 'ict.ai'],
    marketKeywords: ['m.software', 'm.electronics'],
    needs: ['iot-module', 'factory-software'],
    offer: {
      title: { ru: 'Распознавание речи на устройстве', en: 'Speech recognition on the device' },
      summary: {
        ru: 'Распознавание речи и голосовые команды на русском, английском и корейском языках без подключения к сети.',
        en: 'Speech recognition and voice commands in Russian, English and Korean without a network.',
      },
      advantages: {
        ru: 'Занимает 18 МБ, устойчиво к шуму цеха, новые команды добавляются за день.',
        en: 'It takes 18 MB, stands the noise of a workshop, and learns new commands in a day.',
      },
    },
    request: {
      title: { ko: '기기 내장형 음성 인식', en: 'Speech recognition inside a device' },
      summary: {
        ko: '통신 모듈과 현장 단말기에 넣을, 네트워크 없이 동작하는 음성 인식 기술을 찾습니다.',
        en: 'Speech recognition that works without a network is wanted for communication modules and terminals on site.',
      },
      sought: {
        ko: '메모리 32 MB 이하, 한국어·러시아어 명령어 100개, 소음 85 dB에서 인식률 90 % 이상.',
        en: '32 MB of memory or less, 100 commands in Korean and Russian, 90 % recognised at 85 dB of noise.',
      },
    },
  },
  {
    code: 'encryption',
    field: 'ict',
    side: 'russia',
    name: { ru: 'Защита данных', en: 'Data protection' },
    technologyKeywords: ['ict.security', 'ict.iot'],
    marketKeywords: ['m.software', 'm.smartcity'],
    needs: ['iot-module', 'factory-software'],
    offer: {
      title: { ru: 'Лёгкое шифрование для малых устройств', en: 'Lightweight encryption for small devices' },
      summary: {
        ru: 'Библиотека шифрования и управления ключами для датчиков и медицинских приборов с малой памятью.',
        en: 'A library for encryption and key management on sensors and medical devices with little memory.',
      },
      advantages: {
        ru: 'Требует 12 КБ памяти, защищена от измерения потребляемой мощности, обновляется по радиоканалу.',
        en: 'It needs 12 kB of memory, resists power analysis and is updated over the air.',
      },
    },
    request: {
      title: { ko: '저사양 기기용 암호화·키 관리', en: 'Encryption and key management for small devices' },
      summary: {
        ko: '센서와 의료 기기의 데이터를 지킬 가벼운 암호화 라이브러리와 보안 검증 협력사를 찾습니다.',
        en: 'A light encryption library and a partner for security evaluation are wanted to protect data of sensors and medical devices.',
      },
      sought: {
        ko: '메모리 20 KB 이하, 국제 표준 알고리즘, 원격 키 갱신, 기술 문서 영문 제공.',
        en: '20 kB of memory or less, algorithms of international standards, remote renewal of keys, documents in English.',
      },
    },
  },
  {
    code: 'enzyme',
    field: 'medicine-bio',
    side: 'russia',
    name: { ru: 'Ферменты', en: 'Enzymes' },
    technologyKeywords: ['bio.enzyme', 'bio.fermentation'],
    marketKeywords: ['m.food', 'm.pharma'],
    needs: ['fermentation', 'heart-monitor'],
    offer: {
      title: { ru: 'Ферменты из холодолюбивых микроорганизмов', en: 'Enzymes from cold-loving microorganisms' },
      summary: {
        ru: 'Штаммы и ферменты, которые работают при 5–20 °C, для пищевых и косметических производств.',
        en: 'Strains and enzymes that work at 5 to 20 °C for food and cosmetics.',
      },
      advantages: {
        ru: 'Процесс идёт без нагрева, коллекция насчитывает более 300 штаммов с описанием свойств.',
        en: 'The process needs no heating, and the collection holds more than 300 described strains.',
      },
    },
    request: {
      title: { ko: '저온 활성 효소와 균주', en: 'Enzymes and strains active in the cold' },
      summary: {
        ko: '열에 약한 발효 원료를 처리할 저온 활성 효소와 균주를 찾습니다. 공동으로 양산 조건을 잡고자 합니다.',
        en: 'Enzymes and strains active in the cold are wanted for heat-sensitive fermented ingredients; production conditions are to be found together.',
      },
      sought: {
        ko: '10 °C에서 활성 60 % 이상 유지, 식품 사용 이력, 균주 기탁 서류.',
        en: '60 % of activity or more at 10 °C, history of use in food, deposit documents of the strain.',
      },
    },
  },
  {
    code: 'titanium-powder',
    field: 'materials',
    side: 'russia',
    name: { ru: 'Титановый порошок', en: 'Titanium powder' },
    technologyKeywords: ['mat.powder', 'mat.metal'],
    marketKeywords: ['m.aerospace', 'm.healthcare'],
    needs: ['dental-implant', 'carbon-composite'],
    offer: {
      title: {
        ru: 'Сферический титановый порошок для печати',
        en: 'Spherical titanium powder for additive manufacturing',
      },
      summary: {
        ru: 'Сферический порошок титановых сплавов для трёхмерной печати и прессования, с подбором режима под установку.',
        en: 'Spherical powder of titanium alloys for 3D printing and pressing, with parameters for the customer’s machine.',
      },
      advantages: {
        ru: 'Кислорода менее 0,12 %, текучесть 25 с, партии от 20 кг.',
        en: 'Oxygen below 0.12 %, flow of 25 s, batches from 20 kg.',
      },
    },
    request: {
      title: { ko: '적층 제조용 구형 티타늄 분말', en: 'Spherical titanium powder for additive manufacturing' },
      summary: {
        ko: '임플란트와 경량 부품을 3D 프린팅으로 만들기 위한 구형 티타늄 분말과 공정 조건을 찾습니다.',
        en: 'Spherical titanium powder and process parameters are wanted for implants and light parts made by 3D printing.',
      },
      sought: {
        ko: '입도 15~53 µm, 산소 0.13 % 이하, 시험용 20 kg부터 공급.',
        en: 'Particles of 15 to 53 µm, oxygen of 0.13 % or less, from 20 kg for trials.',
      },
    },
  },
  {
    code: 'polymer-seal',
    field: 'materials',
    side: 'russia',
    name: { ru: 'Полимерные уплотнения', en: 'Polymer seals' },
    technologyKeywords: ['mat.polymer', 'mat.seal'],
    marketKeywords: ['m.machinery', 'm.energy'],
    needs: ['vacuum', 'carbon-composite', 'chip-handler'],
    offer: {
      title: {
        ru: 'Уплотнения из фторполимеров и морозостойких резин',
        en: 'Seals of fluoropolymers and cold-resistant rubber',
      },
      summary: {
        ru: 'Уплотнения и смеси для вакуума, агрессивных сред и температур от -60 до +300 °C, от рецептуры до готовых колец.',
        en: 'Seals and compounds for vacuum, aggressive media and -60 to +300 °C, from the recipe to the finished ring.',
      },
      advantages: {
        ru: 'Газовыделение ниже 0,1 %, рецептура подбирается за месяц, испытания на собственном стенде.',
        en: 'Outgassing below 0.1 %, a recipe within a month, tests on our own rig.',
      },
    },
    request: {
      title: { ko: '내열·내한 고분자 씰', en: 'Polymer seals for heat and cold' },
      summary: {
        ko: '진공 밸브와 배양 설비에 쓸, 가스 방출이 적고 극저온에서도 탄성을 유지하는 고분자 씰을 찾습니다.',
        en: 'Polymer seals with little outgassing that stay elastic in deep cold are wanted for vacuum valves and fermenters.',
      },
      sought: {
        ko: '-50 °C부터 250 °C까지, 가스 방출 0.2 % 이하, 지름 20~500 mm.',
        en: '-50 to 250 °C, outgassing of 0.2 % or less, diameter 20 to 500 mm.',
      },
    },
  },
]

export const SUBJECTS: readonly Subject[] = [...GYEONGGI_SUBJECTS, ...RUSSIA_SUBJECTS]
