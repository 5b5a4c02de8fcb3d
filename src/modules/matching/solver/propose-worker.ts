import { parentPort, workerData } from 'node:worker_threads'
import { type ProposalTask, proposeFrom } from '../domain/shortlist-proposal.ts'

parentPort?.postMessage(proposeFrom(workerData as ProposalTask))
