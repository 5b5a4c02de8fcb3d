/** Camera and microphone as far as there are any and they may be used. */
export interface Devices {
  readonly audio: MediaStreamTrack | null
  readonly video: MediaStreamTrack | null
  /** What could not be had. */
  readonly missing: readonly ('audio' | 'video')[]
}

const VIDEO: MediaTrackConstraints = {
  width: { ideal: 640 },
  height: { ideal: 360 },
  frameRate: { ideal: 20, max: 24 },
}
const AUDIO: MediaTrackConstraints = { echoCancellation: true, noiseSuppression: true, autoGainControl: true }

/** Asks for both, then for each: without a camera one can still talk, and without a microphone listen. */
export async function openDevices(want: { audio: boolean; video: boolean }): Promise<Devices> {
  const both = want.audio && want.video ? await ask({ audio: AUDIO, video: VIDEO }) : null
  const audio = both?.getAudioTracks()[0] ?? (want.audio ? (await ask({ audio: AUDIO }))?.getAudioTracks()[0] : null)
  const video = both?.getVideoTracks()[0] ?? (want.video ? (await ask({ video: VIDEO }))?.getVideoTracks()[0] : null)
  const missing = (['audio', 'video'] as const).filter((kind) => want[kind] && !(kind === 'audio' ? audio : video))
  return { audio: audio ?? null, video: video ?? null, missing }
}

const ask = (constraints: MediaStreamConstraints): Promise<MediaStream | null> =>
  navigator.mediaDevices?.getUserMedia(constraints).catch(() => null) ?? Promise.resolve(null)

/** The camera alone, when it is switched on again. */
export const openCamera = async (): Promise<MediaStreamTrack | null> =>
  (await ask({ video: VIDEO }))?.getVideoTracks()[0] ?? null
