import type { Outputs } from '../../api.ts'

export type RoomRow = Outputs['rooms']['listRooms']['rows'][number]
export type RoomRecord = Outputs['rooms']['readRoom']
export type Attendance = RoomRow['attendance'][number]
