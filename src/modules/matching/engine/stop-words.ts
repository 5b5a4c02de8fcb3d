import type { Stemmers } from './tokens.ts'

/** Words that carry grammar or courtesy, and words every partnering profile uses. They are no evidence. */
const STOP_WORDS: Readonly<Record<'en' | 'ru' | 'ko', string>> = {
  en: 'a an the and or of for to in on at by with from into as is are was were be been being it its this that these those we our us you your they their he she his her i not no nor but if then than so such can could may might must shall should will would do does did done have has had which who whom whose what when where why how all any each every both more most other some few many much own same too very also only just over under up down out off again further once here there about against between through during before after above below per via etc other within without among along across using used use uses new one two company companies looking seeking seek offers offer offered partner partners partnership cooperation cooperate need needs provide provides provided based including include includes well',
  ru: 'и в во не что он на я с со как а то все она так его но да ты к у же вы за бы по только ее мне было вот от меня еще нет о из ему теперь когда даже ну вдруг ли если уже или ни быть был него до вас нибудь опять уж вам ведь там потом себя ничего ей может они тут где есть надо ней для мы тебя их чем была сам чтоб без будто чего раз тоже себе под будет ж тогда кто этот того потому этого какой совсем ним здесь этом один почти мой тем чтобы нее были куда зачем всех можно при об другой хоть после над больше тот через эти нас про всего них какая много эту моя хорошо свою этой перед иногда лучше чуть том нельзя такой им более всегда конечно всю между это также который которая которые которых которой которое которого которым наш наша наше наши ваш ваша ваши их является являются компания компании ищем ищет предлагаем предлагает партнер партнера партнеры партнеров сотрудничество сотрудничества нужен нужна нужны',
  ko: '및 또는 그리고 그러나 하지만 또한 등 등을 등의 위한 위해 통해 통한 대한 대해 관한 따른 따라 의한 의해 있는 있다 있습니다 없는 없다 없습니다 하는 한다 합니다 되는 된다 됩니다 된 이 그 저 이것 그것 우리 저희 당사 당사는 여러 모든 각 더 가장 매우 수 것 것을 것은 것이 때 때문 경우 같은 같이 다른 기타 회사 기업 업체 협력 협력사 파트너 찾습니다 찾고 제공 제공합니다 필요 필요합니다 희망 희망합니다 보유 보유하고',
}

/** Stems of stop words in all three languages. */
export function stopStems(stemmers: Stemmers): ReadonlySet<string> {
  const stems = new Set<string>()
  for (const word of STOP_WORDS.en.split(' ')) stems.add(word.length > 2 ? stemmers.en(word) : word).add(word)
  for (const word of STOP_WORDS.ru.split(' ')) stems.add(stemmers.ru(word)).add(word)
  for (const word of STOP_WORDS.ko.split(' ')) stems.add(word)
  return stems
}
