// What the report says in words: amounts, reasons, tables. Text only ever enters the page through textContent.
const report = JSON.parse(document.getElementById('report').textContent);
const ink = '#1d2733', soft = '#55616f', line = '#e3e7ec';
const blue = '#2f6690', teal = '#1f8a83', amber = '#c98a16', red = '#b83f4b';
const kinds = {
  COUNTED: { color: blue, label: 'counted' },
  PAUSED: { color: '#e2b866', label: 'paused' },
  STOPPED: { color: '#b9c8b1', label: 'solved in between' },
  CLOSED: { color: '#e7eaee', label: 'closed' },
  HOLIDAY: { color: '#cfc3dd', label: 'holiday' },
  BREAK: { color: '#d5dae0', label: 'break' }
};
const number = new Intl.NumberFormat('en-GB');
const one = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const two = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 });
const zone = report.zone;
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
  return two.format(value);
}

function isKnown(figure) {
  return figure.noData === undefined;
}

function text(figure) {
  return isKnown(figure) ? amount(figure.unit, figure.value) : 'no data: ' + words(figure.noData);
}

function support(figure) {
  const parts = [];
  if (figure.low !== undefined) parts.push('95 % interval ' + one.format(figure.low * 100) + ' to ' + one.format(figure.high * 100) + ' %');
  if (figure.numerator !== undefined) parts.push(number.format(figure.numerator) + ' of ' + number.format(figure.denominator));
  else if (figure.n !== undefined && figure.unit !== 'COUNT') parts.push('n = ' + number.format(figure.n));
  return parts;
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

function table(target, headings, rows) {
  const head = element('thead'), body = element('tbody'), top = element('tr');
  headings.forEach(function (h) {
    const cell = element('th', h.isText ? 'text' : '', h.label);
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
    if (figure.low !== undefined) under.push(one.format(figure.low * 100) + ' to ' + one.format(figure.high * 100) + ' %');
    if (figure.n !== undefined && figure.unit !== 'COUNT') under.push('n = ' + number.format(figure.n));
    if (under.length) cell.append(element('span', 'under', under.join(' · ')));
  }
  return cell;
}
