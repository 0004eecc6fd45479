'use strict';

const METHODS = ['get', 'head', 'post', 'put', 'patch', 'delete'];

function element(name, attributes, ...children) {
  const made = document.createElement(name);
  Object.entries(attributes || {}).forEach(([key, value]) => made.setAttribute(key, value));
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

/** An example of the shape a schema describes; references are followed, circles are cut. */
function shape(api, schema, seen = []) {
  if (!schema) return null;
  if (schema.$ref) {
    if (seen.includes(schema.$ref)) return '…';
    const target = schema.$ref.slice(2).split('/').reduce((at, key) => at && at[key], api);
    return shape(api, target, [...seen, schema.$ref]);
  }
  if (schema.example !== undefined) return schema.example;
  if (schema.enum) return schema.enum.join(' | ');
  const parts = schema.allOf || schema.oneOf || schema.anyOf;
  if (parts) return parts.map((part) => shape(api, part, seen)).reduce((a, b) => (isObject(a) && isObject(b) ? { ...a, ...b } : a ?? b), null);
  if (schema.type === 'array') return [shape(api, schema.items, seen)];
  if (schema.properties) {
    return Object.fromEntries(Object.entries(schema.properties).map(([key, value]) => [key, shape(api, value, seen)]));
  }
  return schema.format ? `${schema.type} (${schema.format})` : schema.type || 'object';
}

function isObject(value) {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

function content(api, title, body) {
  return Object.entries((body && body.content) || {}).map(([type, media]) =>
    element('div', {}, element('p', {}, `${title} `, element('code', {}, type)),
      element('pre', {}, JSON.stringify(shape(api, media.schema), null, 2))));
}

function parameters(list) {
  if (!list || !list.length) return null;
  return element('table', {}, ...list.map((one) => element('tr', {},
    element('td', {}, element('code', {}, one.name)),
    element('td', {}, one.in + (one.required ? ', required' : '')),
    element('td', {}, (one.schema && (one.schema.format || one.schema.type)) || ''),
    element('td', {}, one.description || ''))));
}

function operation(api, path, method, call) {
  const answers = Object.entries(call.responses || {}).flatMap(([status, answer]) => [
    element('p', {}, element('strong', {}, status), ` ${answer.description || ''}`), ...content(api, '', answer)]);
  const words = call.summary || call.operationId || '';
  return element('details', { 'data-find': `${method} ${path} ${words}`.toLowerCase() },
    element('summary', {}, element('span', { class: `method ${method}` }, method.toUpperCase()),
      element('code', {}, path), element('span', { class: 'what' }, words)),
    element('div', {}, call.description ? element('p', {}, call.description) : null,
      parameters(call.parameters), ...content(api, 'Body', call.requestBody), ...answers));
}

async function section(service) {
  const place = element('section', { id: service }, element('h2', {}, service));
  try {
    const answer = await fetch(`/docs/${encodeURIComponent(service)}.json`);
    if (!answer.ok) throw new Error(`answered ${answer.status}`);
    const api = await answer.json();
    place.append(element('p', {}, (api.info && api.info.description) || '',
      element('a', { href: `/docs/${encodeURIComponent(service)}.json` }, ' OpenAPI document')));
    Object.entries(api.paths || {}).sort().forEach(([path, calls]) => METHODS.filter((method) => calls[method])
      .forEach((method) => place.append(operation(api, path, method, calls[method]))));
  } catch (failure) {
    place.append(element('p', { class: 'down' }, `${service} does not show its API at the moment (${failure.message}).`));
  }
  return place;
}

async function start() {
  const docs = document.getElementById('docs');
  try {
    const { items } = await (await fetch('/docs/index.json')).json();
    document.getElementById('services').append(...items.map((name) => element('a', { href: `#${name}` }, name)));
    docs.replaceChildren(...(await Promise.all(items.map(section))));
  } catch (failure) {
    docs.replaceChildren(element('p', { class: 'down' }, `The list of services cannot be read (${failure.message}).`));
  }
}

document.getElementById('find').addEventListener('input', (event) => {
  const words = event.target.value.toLowerCase();
  document.querySelectorAll('details').forEach((one) => { one.hidden = !one.dataset.find.includes(words); });
});
start();
