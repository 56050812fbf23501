// Where the tests' server answers, and what the workspace that it serves holds.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const { SERVED_URL, SERVED_GRPC, SERVED_WORKSPACE, SERVED_PROTOS } = process.env;

export const url = SERVED_URL;
export const grpcAddress = SERVED_GRPC;
export const protos = SERVED_PROTOS;

export const tasks = readFileSync(join(SERVED_WORKSPACE, 'tasks.jsonl'), 'utf8').trim().split('\n').map((line) => JSON.parse(line));

// A task that writes: its golden calls change the state, and their results are known.
export const task = tasks.find((candidate) => candidate.kind === 'write');

export const toolsOf = (domain) => JSON.parse(readFileSync(join(SERVED_WORKSPACE, 'environments', domain, 'tools.json'), 'utf8'));

export const accepted = readFileSync(join(SERVED_WORKSPACE, 'trajectories.jsonl'), 'utf8').trim().split('\n')
  .map((line) => JSON.parse(line)).filter((trajectory) => trajectory.verdict.accepted).map((trajectory) => trajectory.id);
