// grpc-js on the environments, trajectories and policies of a workspace; no request names a run.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { promisify } from 'node:util';
import grpc from '@grpc/grpc-js';
import { loadSync } from '@grpc/proto-loader';
import { accepted, grpcAddress, protos, task, tasks, toolsOf } from './served.mjs';

const files = ['environment/v1/environment_service.proto', 'policy/v1/policy_service.proto', 'trajectory/v1/trajectory_service.proto'];
const definition = loadSync(files.map((file) => `agentscaler/${file}`), { includeDirs: [protos], keepCase: true, longs: Number, defaults: true, oneofs: true });
const { agentscaler } = grpc.loadPackageDefinition(definition);
const open = (Service) => new Service(grpcAddress, grpc.credentials.createInsecure());
const environments = open(agentscaler.environment.v1.EnvironmentService);
const policies = open(agentscaler.policy.v1.PolicyService);
const trajectories = open(agentscaler.trajectory.v1.TrajectoryService);
const call = (client, method, request) => promisify(client[method].bind(client))(request);

test.after(() => [environments, policies, trajectories].forEach((client) => client.close()));

test('the newest run\'s domains and tools', async () => {
  const { domains } = await call(environments, 'ListDomains', {});
  assert.ok(domains.map((domain) => domain.slug).includes(task.domain));
  const { tools_json: tools } = await call(environments, 'ListTools', { domain: task.domain });
  assert.deepEqual(JSON.parse(tools), toolsOf(task.domain));
});

test('a session on a task gives its golden results and its reward', async () => {
  const session = await call(environments, 'OpenSession', { task_id: task.id });
  assert.deepEqual([session.run_id, session.domain, session.intent], ['workspace', task.domain, task.intent]);
  for (const [i, golden] of task.golden_calls.entries()) {
    const { result_json: result } = await call(environments, 'CallTool', {
      session_id: session.session_id, step_index: i, name: golden.name, arguments_json: JSON.stringify(golden.arguments),
    });
    assert.deepEqual(JSON.parse(result), task.golden_results[i]);
  }

  const { state_hash: hash } = await call(environments, 'GetState', { session_id: session.session_id });
  assert.equal(hash, task.golden_state);
  const { reward } = await call(environments, 'Evaluate', { session_id: session.session_id });
  assert.equal(reward, 1);
  const { steps } = await call(environments, 'CloseSession', { session_id: session.session_id });
  assert.equal(steps, task.golden_calls.length);
});

test('one stream is one episode', async () => {
  const stream = environments.Interact();
  const answers = stream[Symbol.asyncIterator]();
  const say = async (action) => {
    stream.write(action);
    return (await answers.next()).value;
  };
  const { opened } = await say({ open: { domain: task.domain } });
  assert.equal(opened.run_id, 'workspace');
  const [golden] = task.golden_calls;
  const { result } = await say({ call: { name: golden.name, arguments_json: JSON.stringify(golden.arguments) } });
  assert.deepEqual(JSON.parse(result.result_json), task.golden_results[0]);
  stream.cancel();
  await assert.rejects(answers.next(), { code: grpc.status.CANCELLED });

  // Resumed by the session's id alone.
  const again = environments.Interact();
  again.write({ resume: { session_id: opened.session_id } });
  const resumed = (await again[Symbol.asyncIterator]().next()).value;
  assert.equal(resumed.opened.next_step, 1);
  again.on('error', () => {});
  again.cancel();
});

test('the accepted trajectories', async () => {
  const ids = [];
  for await (const trajectory of trajectories.StreamAccepted({})) ids.push(trajectory.id);
  assert.deepEqual(ids, accepted);
});

test('a policy by its plain name, and a call that must come', async () => {
  const request = { policy: 'stage1', messages: [{ role: 'user', content: 'Good morning!' }], max_tokens: 140, tools_json: JSON.stringify(toolsOf(task.domain).slice(0, 3)) };
  const { message } = await call(policies, 'Generate', { ...request, must_call: true, single_call: true });
  assert.equal(message.tool_calls.length, 1);
  JSON.parse(message.tool_calls[0].arguments_json);
});

test('what is not there is NOT_FOUND, in words that name it', async () => {
  const missing = (name) => (error) => error.code === grpc.status.NOT_FOUND && error.details.includes(name);
  await assert.rejects(call(environments, 'ListDomains', { run_id: 'nowhere' }), missing('nowhere'));
  await assert.rejects(call(environments, 'ListTools', { domain: 'nowhere' }), missing('nowhere'));
  await assert.rejects(call(environments, 'GetState', { session_id: 'session_0' }), missing('session_0'));
  await assert.rejects(call(environments, 'OpenSession', { task_id: 'task_0' }), missing('task_0'));
  await assert.rejects(call(policies, 'Generate', { policy: 'stage9', messages: [{ role: 'user', content: 'x' }] }), missing('stage9'));
});
