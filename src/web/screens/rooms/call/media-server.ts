import { Room, RoomEvent, Track } from 'livekit-client'
import type { Kind, OwnTracks } from './peer-link.ts'

/** Picture and sound through a LiveKit server in place of the lines between the browsers. */
export interface MediaServer {
  readonly setTrack: (kind: Kind, track: MediaStreamTrack | null) => Promise<void>
  readonly close: () => void
}

/** Joins with the token that came with the welcome. `onTrack` hears of each track of the others. */
export async function joinMediaServer(
  { url, token }: { readonly url: string; readonly token: string },
  tracks: OwnTracks,
  onTrack: (peerId: string, track: MediaStreamTrack) => void,
): Promise<MediaServer> {
  const room = new Room({ adaptiveStream: false, dynacast: true })
  room.on(RoomEvent.TrackSubscribed, ({ mediaStreamTrack }, _publication, { identity }) =>
    onTrack(identity, mediaStreamTrack),
  )
  await room.connect(url, token)
  const published: Record<Kind, MediaStreamTrack | null> = { audio: null, video: null }
  const setTrack = async (kind: Kind, track: MediaStreamTrack | null) => {
    const before = published[kind]
    if (before === track) return
    published[kind] = track
    if (before) await room.localParticipant.unpublishTrack(before, false)
    const source = kind === 'audio' ? Track.Source.Microphone : Track.Source.Camera
    if (track) await room.localParticipant.publishTrack(track, { source })
  }
  await setTrack('audio', tracks.audio)
  await setTrack('video', tracks.video)
  return { setTrack, close: () => void room.disconnect() }
}
