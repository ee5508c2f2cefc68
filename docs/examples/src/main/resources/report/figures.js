// What the report says in words: amounts, reasons, tables. Text only ever enters the page through textContent.
const report = JSON.parse(document.getElementById('report').textContent);
// The colours of the style sheet, light or dark as the reader's machine asks.
const shade = function (name) { return getComputedStyle(document.documentElement).getPropertyValue('--' + name).trim(); };
const ink = shade('ink'), soft = shade('soft'), line = shade('line'), paper = shade('paper');
const blue = shade('blue'), teal = shade('teal'), amber = shade('amber'), red = shade('red'), pale = shade('pale');
const kinds = {
  COUNTED: { color: blue, label: 'counted' },
  PAUSED: { color: '#e2b866', label: 'paused' },
  STOPPED: { color: '#b9c8b1', label: 'solved in between' },
  CLOSED: { color: shade('closed'), label: 'closed' },
  HOLIDAY: { color: '#b7a5cf', label: 'holiday' },
  BREAK: { color: '#c3cad2', label: 'break' }
};
const number = new Intl.NumberFormat('en-GB');
const one = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const two = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 });
const zone = report.zone;
const definitions = new Set(report.definitions.map(function (d) { return d.id; }));
const moment = new Intl.DateTimeFormat('en-GB', { timeZone: zone, day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

// ---- text

function duration(seconds) {
  const sign = seconds < 0 ? '−' : '', size = Math.abs(seconds);
  if (Math.round(size) < 60) return sign + Math.round(size) + ' s';
  const minutes = Math.round(size / 60);
  if (minutes < 60) return sign + minutes + ' min';
  if (minutes < 6000) return sign + Math.floor(minutes / 60) + ' h' + (minutes % 60 ? ' ' + minutes % 60 + ' min' : '');
  return sign + number.format(Math.round(size / 3600)) + ' h';
}

function words(code) {
  return String(code).toLowerCase().replace(/_/g, ' ');
}

function amount(unit, value) {
  if (unit === 'RATIO') return one.format(value * 100) + ' %';
  if (unit === 'SECONDS') return duration(value);
  if (unit === 'COUNT') return number.format(value);
  if (unit === 'NUMBER') return one.format(value);
  return two.format(value);
}

function isKnown(figure) {
  return figure.noData === undefined;
}

function text(figure) {
  return isKnown(figure) ? (figure.moreThan ? 'more than ' : '') + amount(figure.unit, figure.value) : 'no data: ' + words(figure.noData);
}

function support(figure) {
  const parts = [];
  if (figure.low !== undefined) parts.push('95 % interval ' + interval(figure));
  if (figure.numerator !== undefined) parts.push(number.format(figure.numerator) + ' of ' + number.format(figure.denominator));
  else if (figure.n > 0 && figure.unit !== 'COUNT') parts.push('n = ' + number.format(figure.n));
  return parts;
}

/** The ends of an interval, the unit said once. */
function interval(figure) {
  if (figure.unit === 'RATIO') return one.format(figure.low * 100) + ' to ' + one.format(figure.high * 100) + ' %';
  if (figure.unit === 'NUMBER') return two.format(figure.low) + ' to ' + two.format(figure.high);
  return amount(figure.unit, figure.low) + ' to ' + amount(figure.unit, figure.high);
}

function leftOut(figure) {
  return Object.entries(figure.leftOut).map(function (e) { return number.format(e[1]) + ' ' + words(e[0]); });
}

// ---- elements; text only ever enters through textContent

function element(name, className, content) {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (content !== undefined) made.textContent = content;
  return made;
}

function put(id, content) {
  document.getElementById(id).textContent = content;
}

function mark(node, figure) {
  if (isKnown(figure)) node.dataset.value = String(figure.value);
  else node.dataset.noData = figure.noData;
  return node;
}

/** Words that lead to the definition of a measure, where the page has it. */
function defined(words, kpi) {
  if (!kpi || !definitions.has(kpi)) return document.createTextNode(words);
  const link = element('a', 'def', words);
  link.href = '#' + definitionId(kpi);
  link.title = 'What this means';
  return link;
}

function definitionId(kpi) {
  return 'definition-' + kpi.replace(/[^a-z0-9]+/g, '-');
}

function table(target, headings, rows) {
  const head = element('thead'), body = element('tbody'), top = element('tr');
  headings.forEach(function (h) {
    const cell = element('th', h.isText ? 'text' : '');
    cell.append(defined(h.label, h.kpi));
    cell.scope = 'col';
    top.append(cell);
  });
  head.append(top);
  rows.forEach(function (cells) {
    const row = element('tr');
    cells.forEach(function (cell) { row.append(cell); });
    body.append(row);
  });
  target.replaceChildren(head, body);
}

function rowHead(label) {
  const cell = element('th', '', label);
  cell.scope = 'row';
  return cell;
}

function figureCell(figure) {
  const cell = mark(element('td', '', text(figure)), figure);
  if (isKnown(figure)) {
    const under = [];
    if (figure.low !== undefined) under.push(interval(figure));
    if (figure.n > 0 && figure.unit !== 'COUNT') under.push('n = ' + number.format(figure.n));
    if (under.length) cell.append(element('span', 'under', under.join(' · ')));
  }
  return cell;
}
