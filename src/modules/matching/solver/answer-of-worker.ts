import { Worker } from 'node:worker_threads'

/** The one message of a thread that gets a task, answers and ends. Rejects on a defect, and when nothing comes in time. */
export function answerOfWorker<Answer>(file: `./${string}.ts`, task: unknown, limitMs: number): Promise<Answer> {
  const worker = new Worker(new URL(file, import.meta.url), { workerData: task })
  return new Promise<Answer>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`${file} gave no answer in ${limitMs} ms`)), limitMs)
    const settle =
      <T>(end: (value: T) => void) =>
      (value: T) => {
        clearTimeout(timer)
        end(value)
      }
    worker.once('message', settle(resolve))
    worker.once('error', settle(reject))
    worker.once('exit', (code) => settle(reject)(new Error(`${file} ended with code ${code}`)))
  }).finally(() => worker.terminate())
}
