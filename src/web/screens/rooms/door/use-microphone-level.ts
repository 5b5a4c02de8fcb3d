import { useCallback, useEffect, useRef } from 'react'

/** How loud a microphone is at this moment, 0 to 1; a function to be asked, because it changes all the time. */
export function useMicrophoneLevel(track: MediaStreamTrack | null): () => number {
  const analyser = useRef<AnalyserNode | null>(null)
  useEffect(() => {
    if (!track) return
    const context = new AudioContext()
    const node = context.createAnalyser()
    node.fftSize = 1024
    context.createMediaStreamSource(new MediaStream([track])).connect(node)
    void context.resume()
    analyser.current = node
    return () => {
      analyser.current = null
      void context.close()
    }
  }, [track])
  return useCallback(() => (analyser.current ? levelOf(analyser.current) : 0), [])
}

/** Root mean square of the newest samples, spread so that speech fills the scale. */
export function levelOf(analyser: AnalyserNode): number {
  const samples = new Float32Array(analyser.fftSize)
  analyser.getFloatTimeDomainData(samples)
  const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length
  return Math.min(1, Math.sqrt(power) * 4)
}
