// Puts the parts together.
function cards() {
  report.headline.forEach(function (h) {
    const card = element('article', 'card'), f = h.figure;
    card.dataset.id = h.id;
    const head = element('h2');
    head.append(defined(h.label, h.id));
    card.append(head, mark(element('p', isKnown(f) ? 'value' : 'value none', text(f)), f));
    const small = element('div', 'small');
    if (h.note) small.append(element('div', '', h.note));
    support(f).forEach(function (part) { small.append(element('div', '', part)); });
    const out = leftOut(f);
    if (out.length) small.append(element('div', '', 'left out: ' + out.join(', ')));
    card.append(small);
    document.getElementById('headline').append(card);
  });
}

function drawAll() {
  timelineChart('volume', 'Opened and solved', report.volume, function (i) {
    return i === 0 ? { type: 'bar', barMaxWidth: 13, itemStyle: { color: pale, borderRadius: [2, 2, 0, 0] } } : lineOf(teal);
  }, { colors: [pale, teal], yAxis: { minInterval: 1 } });
  timelineChart('backlog', 'Backlog', report.backlog, function () {
    return lineOf(blue, { areaStyle: { color: blue, opacity: .12 } });
  }, { colors: [blue], yAxis: { minInterval: 1 } });
  timelineChart('resolution', 'Time to resolution', report.resolution, function (i) {
    return lineOf([blue, amber][i], { connectNulls: false });
  }, { colors: [blue, amber], yAxis: hourAxis(points(report.resolution)) });
  lastingChart(report.lasting);
  intervalChart('attainment', 'Promises kept, by priority', report.attainment);
  timelineChart('ageing', 'Age of the backlog', report.ageing, function () {
    return { type: 'bar', barMaxWidth: 52, itemStyle: { borderRadius: [3, 3, 0, 0], color: function (p) { return ['#9fc5c1', '#7fb3ad', '#dcbb7c', '#cf8f5a', red][Math.min(p.dataIndex, 4)]; } }, label: { show: true, position: 'top', color: ink, fontWeight: 600 } };
  }, { colors: [blue], grid: { bottom: 14 }, yAxis: { minInterval: 1 }, xAxis: { axisLabel: { color: ink, interval: 0, fontSize: 12, width: 76, lineHeight: 14, overflow: 'break' } } });
  timelineChart('satisfaction', 'Satisfied customers', report.satisfaction, function () {
    return lineOf(teal, { symbol: 'circle', symbolSize: 7 });
  }, { colors: [teal], yAxis: { min: 0, max: 1, axisLabel: { color: soft, formatter: percent } } });
  report.control.forEach(controlChart);
  forecastChart('forecast', 'What to expect', report.forecast, true);
  heatMap(report.arrivals);
  breachChart(report.worst);
}

function read() {
  const s = report.source;
  put('load-summary', number.format(s.rows) + ' rows gave ' + number.format(s.tickets) + ' tickets and ' + number.format(s.surveys) + ' ratings. '
    + (s.problemCount ? number.format(s.problemCount) + (s.problemCount === 1 ? ' row or value' : ' rows or values') + ' could not be used:' : 'Every row could be used.'));
  if (s.problems.length) {
    table(document.getElementById('problems'), [{ label: 'Row' }, { label: 'Column', isText: true }, { label: 'Reason', isText: true }], s.problems.map(function (p) {
      return [rowHead(p.row ? number.format(p.row) : 'file'), element('td', 'text', p.column || ''), element('td', 'text wrap', p.reason)];
    }));
  }
}

navigate();
put('title', report.title);
document.title = report.title;
put('period', report.period ? report.period.label : 'no data: no dated ticket');
put('source', 'Read from ' + report.source.name + ', ' + number.format(report.source.tickets) + ' tickets. Times in ' + zone + (report.asOf ? '; open clocks judged as of ' + when(report.asOf) : '') + '.');
cards();
drawAll();
table(document.getElementById('teams'), [{ label: 'Team' }].concat(report.teams.columns.map(function (c) { return { label: c.label, kpi: c.kpi }; })),
  report.teams.rows.map(function (r) { return [rowHead(r.label)].concat(r.figures.map(figureCell)); }));
if (report.overdue.length) breachTable(document.getElementById('overdue'), report.overdue);
else document.getElementById('overdue').replaceWith(element('p', 'quiet', orNoClock('Nothing is late and open.')));
define();
read();
window.addEventListener('resize', function () { charts.forEach(function (c) { c.resize(); }); });
