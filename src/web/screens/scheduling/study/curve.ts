import { scaleLinear, scalePoint } from 'd3-scale'
import { line } from 'd3-shape'
import type { Outputs } from '../../../api.ts'

export type Study = Outputs['scheduling']['listStudies']['rows'][number]
export type StudyPoint = Study['points'][number]

export const WIDTH = 480
export const HEIGHT = 200
const MARGIN = { top: 16, right: 40, bottom: 24, left: 40 }
const TICKS = 4

interface Mark {
  readonly step: number
  readonly x: number
  readonly heldY: number
  readonly idleY: number
  readonly held: number
  readonly idle: number
}

export interface StudyCurve {
  readonly marks: readonly Mark[]
  readonly heldPath: string
  readonly idlePath: string
  /** Where things are now; null until that point is there. */
  readonly nowX: number | null
  readonly heldTicks: readonly { readonly value: number; readonly y: number }[]
  readonly idleTicks: readonly { readonly value: number; readonly y: number }[]
}

/** A little room below and above; whole numbers only, never below zero. */
function axis(values: readonly number[]) {
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const scale = scaleLinear()
    .domain([Math.max(0, low - Math.max(1, (high - low) * 0.15)), high + Math.max(1, (high - low) * 0.1)])
    .range([HEIGHT - MARGIN.bottom, MARGIN.top])
  const whole = scale.ticks(TICKS).filter(Number.isInteger)
  return { y: (value: number) => Math.round(scale(value)), ticks: whole.map((value) => ({ value, y: scale(value) })) }
}

/** Meetings held (left axis) and idle timeslots between meetings (right axis) by step; null before there are points. */
export function studyCurve({ points }: Pick<Study, 'points'>, steps: readonly number[]): StudyCurve | null {
  const sorted = points.toSorted((a, b) => a.step - b.step)
  if (sorted.length === 0) return null
  const x = scalePoint<number>()
    .domain(steps)
    .range([MARGIN.left, WIDTH - MARGIN.right])
    .padding(0.3)
  const held = axis(sorted.map((point) => point.held))
  const idle = axis(sorted.map((point) => point.idleSlots))
  const marks = sorted.map((point) => ({
    step: point.step,
    x: Math.round(x(point.step) ?? 0),
    heldY: held.y(point.held),
    idleY: idle.y(point.idleSlots),
    held: point.held,
    idle: point.idleSlots,
  }))
  const path = (y: (mark: Mark) => number) =>
    line<Mark>()
      .x((mark) => mark.x)
      .y(y)(marks) ?? ''
  return {
    marks,
    heldPath: path((mark) => mark.heldY),
    idlePath: path((mark) => mark.idleY),
    nowX: marks.find(({ step }) => step === 0)?.x ?? null,
    heldTicks: held.ticks,
    idleTicks: idle.ticks,
  }
}

/** All steps of a question, also those not answered yet: they run from fewest to most and end at `most`. */
export const stepsOf = ({ question, pointsTotal }: Pick<Study, 'question' | 'pointsTotal'>): number[] =>
  Array.from({ length: pointsTotal }, (_, index) => question.most - pointsTotal + 1 + index)
