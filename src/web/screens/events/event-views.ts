/** The parts of an event's page; the first needs no word in the address. */
export const EVENT_VIEWS = ['setup', 'participants', 'interpreters'] as const
export type EventView = (typeof EVENT_VIEWS)[number]
