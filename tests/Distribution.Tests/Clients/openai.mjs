// OpenAI's own client on the policies of a workspace.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import OpenAI from 'openai';
import { task, toolsOf, url } from './served.mjs';

const client = new OpenAI({ baseURL: `${url}/v1`, apiKey: 'none', maxRetries: 0 });
const tools = toolsOf(task.domain).slice(0, 4);
const names = tools.map((tool) => tool.function.name);
const messages = [{ role: 'user', content: 'Good morning!' }];
const ask = (more) => client.chat.completions.create({ model: 'stage1', messages, tools, max_tokens: 140, seed: 1, temperature: 1, ...more });

// The call's arguments are JSON and hold what its tool requires.
function checkCall(call) {
  const tool = tools.find((candidate) => candidate.function.name === call.function.name);
  assert.ok(tool, `${call.function.name} is not one of ${names}`);
  const given = JSON.parse(call.function.arguments);
  for (const required of tool.function.parameters.required ?? []) assert.ok(required in given, `${required} is missing in ${call.function.arguments}`);
}

test('the policies are listed by plain names and found by either name', async () => {
  const listed = [];
  for await (const model of client.models.list()) listed.push(model.id);
  assert.ok(listed.includes('base') && listed.includes('stage1'), `${listed}`);
  assert.equal(new Set(listed).size, listed.length);
  for (const name of [...listed, 'workspace/stage1']) {
    const model = await client.models.retrieve(name);
    assert.deepEqual([model.id, model.object], [name, 'model']);
    assert.ok(Number.isInteger(model.created));
  }
});

test('a plain name and RUN/NAME are one policy', async () => {
  const plain = await ask({ max_tokens: 24 });
  const full = await ask({ model: 'workspace/stage1', max_tokens: 24 });
  assert.deepEqual(plain.choices[0].message, full.choices[0].message);
  assert.equal(plain.model, 'stage1');
});

test('a model that is not there is an error that says what is', async () => {
  const missing = (error) => error instanceof OpenAI.NotFoundError && error.code === 'model_not_found';
  await assert.rejects(ask({ model: 'stage9' }), (error) => missing(error) && error.message.includes('stage1'));
  await assert.rejects(client.models.retrieve('stage9'), missing);
});

test('tool_choice "required" gives a tool call', async () => {
  for (const seed of [1, 2]) {
    const { choices: [choice] } = await ask({ tool_choice: 'required', seed });
    assert.ok(choice.message.tool_calls?.length > 0, JSON.stringify(choice));
    choice.message.tool_calls.forEach(checkCall);
  }
});

test('a named function and allowed tools are the ones that are called', async () => {
  for (const name of names.slice(0, 2)) {
    const { choices: [choice] } = await ask({ tool_choice: { type: 'function', function: { name } }, parallel_tool_calls: false });
    assert.deepEqual([choice.finish_reason, choice.message.tool_calls.map((call) => call.function.name)], ['tool_calls', [name]]);
    checkCall(choice.message.tool_calls[0]);
  }

  const allowed = { type: 'allowed_tools', allowed_tools: { mode: 'required', tools: [{ type: 'function', function: { name: names[1] } }] } };
  const { choices: [choice] } = await ask({ tool_choice: allowed });
  assert.ok(choice.message.tool_calls.every((call) => call.function.name === names[1]));
});

test('tool_choice "none" gives no tool call', async () => {
  for (const seed of [1, 2]) {
    const { choices: [choice] } = await ask({ tool_choice: 'none', seed });
    assert.equal(choice.message.tool_calls, undefined);
  }
});

test('a stream tells the same as a whole answer, and the tokens where they are asked for', async () => {
  const whole = await ask({ tool_choice: 'required' });
  const stream = client.chat.completions.stream({
    model: 'stage1', messages, tools, max_tokens: 140, seed: 1, temperature: 1, tool_choice: 'required', stream_options: { include_usage: true },
  });
  const streamed = await stream.finalChatCompletion();
  assert.equal(streamed.choices[0].finish_reason, whole.choices[0].finish_reason);
  assert.deepEqual(streamed.choices[0].message.tool_calls.map((call) => call.function.arguments), whole.choices[0].message.tool_calls.map((call) => call.function.arguments));
  assert.deepEqual(streamed.usage, whole.usage);
});

test('a tool\'s result goes back, and the conversation goes on', async () => {
  const first = (await ask({ tool_choice: 'required', parallel_tool_calls: false })).choices[0].message;
  const next = await ask({ messages: [...messages, first, { role: 'tool', tool_call_id: first.tool_calls[0].id, content: '{}' }], max_completion_tokens: 16, max_tokens: undefined });
  assert.equal(next.choices[0].message.role, 'assistant');
});

test('what cannot be served as asked is refused by name', async () => {
  for (const [member, more] of Object.entries({
    response_format: { response_format: { type: 'json_object' } },
    n: { n: 2 },
    logprobs: { logprobs: true },
    top_k: { top_k: 5 },
    tool_choice: { tool_choice: { type: 'function', function: { name: 'no_such_tool' } } },
  })) {
    await assert.rejects(ask(more), (error) => error instanceof OpenAI.BadRequestError && error.param === member && error.message.includes(member));
  }
});
