// The charts. Each has a table of its numbers below it and a spoken description.
const charts = [];
const base = {
  animation: false,
  textStyle: { fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, Arial, sans-serif', color: ink },
  tooltip: { renderMode: 'richText', confine: true, backgroundColor: paper, borderColor: line, textStyle: { color: ink, fontSize: 12.5 } }
};

function axisX(labels, more) {
  return Object.assign({ type: 'category', data: labels, axisLine: { lineStyle: { color: line } }, axisTick: { show: false }, axisLabel: { color: soft, hideOverlap: true } }, more);
}

function axisY(more) {
  return Object.assign({ type: 'value', axisLabel: { color: soft }, splitLine: { lineStyle: { color: line } } }, more);
}

function grid(more) {
  return Object.assign({ left: 8, right: 14, top: 34, bottom: 6, containLabel: true }, more);
}

function legend(more) {
  return Object.assign({ top: 0, left: 0, itemWidth: 16, itemHeight: 9, icon: 'roundRect', textStyle: { color: soft, fontSize: 12.5 } }, more);
}

function value(figure) {
  return isKnown(figure) ? figure.value : null;
}

function panel(id, title, note, isFull) {
  const section = element('section', 'panel' + (isFull ? ' full' : ''));
  section.id = id;
  section.append(element('h2', '', title), element('p', 'quiet', note));
  document.getElementById('charts').append(section);
  return section;
}

function draw(section, option, height, spoken) {
  const place = element('div', 'chart'), heading = section.querySelector('h2').textContent;
  if (height) place.style.height = height + 'px';
  section.append(place);
  const chart = echarts.init(place, null, { renderer: 'svg' });
  chart.setOption(Object.assign({}, base, option, { aria: { enabled: true, label: { description: heading + '. ' + (spoken || 'The numbers are in the table below the chart.') } } }));
  charts.push(chart);
}

function firstReason(all) {
  const missing = all.concat((report.headline || []).map(function (h) { return h.figure; })).find(function (f) { return !isKnown(f); });
  return 'no data: ' + (missing ? words(missing.noData) : 'nothing to show');
}

/** Draws when at least one figure is known; says why not otherwise. */
function drawOr(section, figures, option, height, spoken) {
  if (figures.some(isKnown)) draw(section, option, height, spoken);
  else section.append(element('p', 'chart none', firstReason(figures)));
}

/** Under a chart: which definitions its figures follow. */
function sources(section, series) {
  const seen = new Map();
  series.forEach(function (s) { if (s.kpi && definitions.has(s.kpi) && !seen.has(s.kpi)) seen.set(s.kpi, s.name); });
  if (!seen.size) return;
  const place = element('p', 'sources', 'Definition: ');
  Array.from(seen).forEach(function (entry, i) {
    if (i) place.append(' · ');
    place.append(defined(report.definitions.find(function (d) { return d.id === entry[0]; }).label, entry[0]));
  });
  section.append(place);
}

function numbers(section, labels, series) {
  sources(section, series);
  const details = element('details'), list = element('table'), scroll = element('div', 'scroll');
  details.append(element('summary', '', 'Show the numbers'), scroll);
  scroll.append(list);
  table(list, [{ label: '' }].concat(series.map(function (s) { return { label: s.name, kpi: s.kpi }; })),
    labels.map(function (label, i) {
      return [rowHead(label)].concat(series.map(function (s) { return figureCell(s.points[i]); }));
    }));
  section.append(details);
}

function points(timeline) {
  return timeline.series.flatMap(function (s) { return s.points; });
}

/** What a screen reader says instead of the picture, unless that would take minutes. */
function spoken(timeline) {
  if (timeline.labels.length > 60) return '';
  return timeline.series.map(function (s) {
    return s.name + ': ' + s.points.map(function (f, i) { return timeline.labels[i] + ' ' + text(f); }).join(', ') + '.';
  }).join(' ');
}

function tip(timeline) {
  return Object.assign({}, base.tooltip, {
    trigger: 'axis',
    axisPointer: { type: 'line', lineStyle: { color: '#9aa5b1' } },
    formatter: function (hits) {
      const at = hits[0].dataIndex;
      return [timeline.labels[at]].concat(timeline.series.map(function (s) {
        const f = s.points[at];
        return s.name + ': ' + [text(f)].concat(isKnown(f) ? support(f) : []).join(', ');
      })).join('\n');
    }
  });
}

function timelineChart(id, title, timeline, series, more) {
  const section = panel(id, title, timeline.note, more.isFull);
  drawOr(section, points(timeline), {
    color: more.colors,
    grid: grid(Object.assign(timeline.series.length < 2 ? { top: 20 } : timeline.series.length > 2 && section.clientWidth < 560 ? { top: 58 } : {}, more.grid)),
    legend: timeline.series.length > 1 ? legend({ data: timeline.series.map(function (s) { return s.name; }) }) : undefined,
    tooltip: tip(timeline),
    xAxis: axisX(timeline.labels, more.xAxis),
    yAxis: axisY(more.yAxis),
    series: timeline.series.map(function (s, i) {
      return Object.assign({ name: s.name, data: s.points.map(alone) }, series(i));
    }).concat(timeline.series.filter(hasInterval).map(function (s) { return whiskers(more.colors[0], s); }))
  }, 0, spoken(timeline));
  numbers(section, timeline.labels, timeline.series);
}

/** A figure between two gaps has no line to lie on, so it is shown as a dot. */
function alone(figure, at, all) {
  const before = all[at - 1], after = all[at + 1];
  const isAlone = isKnown(figure) && !(before && isKnown(before)) && !(after && isKnown(after));
  return isAlone ? { value: figure.value, symbol: 'circle', symbolSize: 6 } : value(figure);
}

function hasInterval(series) {
  return series.points.some(function (f) { return f.low !== undefined; });
}

/** The interval of each point, as a pale bar behind it. */
function whiskers(color, series) {
  return {
    name: series.name + ', interval', type: 'custom', silent: true, z: 1, encode: { x: 0, y: [1, 2] },
    data: series.points.map(function (f, at) { return f.low === undefined ? [at, null, null] : [at, f.low, f.high]; }),
    renderItem: function (params, api) {
      if (series.points[params.dataIndex].low === undefined) return null;
      const low = api.coord([api.value(0), api.value(1)]), high = api.coord([api.value(0), api.value(2)]);
      return { type: 'rect', shape: { x: low[0] - 5, y: high[1], width: 10, height: low[1] - high[1], r: 5 }, style: { fill: color, opacity: .2 } };
    }
  };
}

function hours(seconds) {
  return number.format(Math.round(seconds / 360) / 10) + ' h';
}

/** An axis of durations whose ticks fall on round hours. */
function hourAxis(figures) {
  const most = figures.filter(isKnown).reduce(function (a, f) { return Math.max(a, f.value); }, 3600);
  const step = [1, 2, 4, 8, 10, 20, 40, 80, 100, 200, 500, 1000].find(function (h) { return most / (h * 3600) <= 6; });
  const interval = (step || Math.ceil(most / 3600 / 6)) * 3600;
  return { interval: interval, max: Math.ceil(most / interval) * interval, axisLabel: { color: soft, formatter: hours } };
}

function percent(share) {
  return number.format(Math.round(share * 100)) + ' %';
}

function lineOf(color, more) {
  return Object.assign({ type: 'line', showSymbol: true, showAllSymbol: true, symbol: 'none', symbolSize: 5, lineStyle: { width: 2, color: color }, itemStyle: { color: color } }, more);
}

/** Medians with and without what is still open, over the number of open ones. */
function lastingChart(lasting) {
  const section = panel('lasting', 'What open tickets do to the median', lasting.note, false);
  const times = lasting.series.slice(0, 3), open = lasting.series[3], colors = [amber, pale, blue];
  drawOr(section, times.flatMap(function (s) { return s.points; }), {
    grid: grid({ top: 50, right: 4 }),
    legend: legend({ data: times.concat(open).map(function (s) { return s.name; }) }),
    tooltip: tip(lasting),
    xAxis: axisX(lasting.labels),
    yAxis: [axisY(hourAxis(times.flatMap(function (s) { return s.points; }))), axisY({ minInterval: 1, splitLine: { show: false }, max: function (most) { return Math.max(4, most.max * 3); } })],
    series: [{ name: open.name, type: 'bar', yAxisIndex: 1, barMaxWidth: 18, itemStyle: { color: line }, data: open.points.map(value) }].concat(times.map(function (s, i) {
      return lineOf(colors[i], { name: s.name, symbol: 'circle', symbolSize: i === 2 ? 6 : 4, lineStyle: { width: i === 2 ? 2.5 : 2, color: colors[i], type: i === 2 ? 'solid' : 'dashed' }, data: s.points.map(value) });
    }))
  }, 0, spoken(lasting));
  numbers(section, lasting.labels, lasting.series);
}

const rules = {
  OUTSIDE: { color: red, label: 'outside the limits' },
  RUN: { color: amber, label: 'eight in a row on one side' }
};

/** A series between its control limits; points that break a rule are large and coloured. */
function controlChart(chart) {
  const section = panel(chart.id, chart.title, chart.note, false);
  const isShare = chart.points.some(function (p) { return p.figure.unit === 'RATIO'; });
  const isTime = chart.points.some(function (p) { return p.figure.unit === 'SECONDS'; });
  const figures = chart.points.map(function (p) { return p.figure; });
  const signals = chart.points.filter(function (p) { return p.rules.length; });
  const limit = function (name, side) {
    return { name: name, type: 'line', step: isShare ? 'middle' : false, symbol: 'none', silent: true, lineStyle: { width: 1, type: 'dashed', color: soft }, data: chart.points.map(function (p) { return p[side] === undefined ? null : p[side]; }) };
  };
  const top = figures.filter(isKnown).concat(chart.points.filter(function (p) { return p.upper !== undefined; }).map(function (p) { return { value: p.upper }; }));
  const floor = chart.points.reduce(function (a, p) { return Math.min(a, p.lower === undefined ? 0 : p.lower); }, 0);
  const axis = isTime ? Object.assign(hourAxis(top), { min: 0 })
    : isShare ? { min: Math.floor(10 * chart.points.reduce(function (a, p) { return Math.min(a, value(p.figure) === null ? 1 : p.figure.value, p.lower); }, 1)) / 10, max: 1, axisLabel: { color: soft, formatter: percent } } : { min: floor < 0 ? 0 : undefined };
  drawOr(section, figures, {
    grid: grid({ top: 20 }),
    tooltip: Object.assign({}, base.tooltip, {
      trigger: 'axis',
      formatter: function (hits) {
        const p = chart.points[hits[0].dataIndex];
        const limits = p.lower === undefined ? [] : ['limits ' + amount(p.figure.unit, p.lower) + ' to ' + amount(p.figure.unit, p.upper)];
        return [p.label, text(p.figure)].concat(limits, p.rules.map(function (r) { return rules[r].label; })).join('\n');
      }
    }),
    xAxis: axisX(chart.points.map(function (p) { return p.label; })),
    yAxis: axisY(axis),
    series: [
      limit('Upper limit', 'upper'), limit('Lower limit', 'lower'),
      { name: 'Figure', type: 'line', showAllSymbol: true, symbol: 'circle', symbolSize: 4, z: 3, lineStyle: { width: 1.5, color: blue }, itemStyle: { color: blue },
        data: chart.points.map(function (p) {
          const rule = p.rules.includes('OUTSIDE') ? rules.OUTSIDE : p.rules.length ? rules.RUN : null;
          return rule && isKnown(p.figure) ? { value: p.figure.value, symbolSize: 9, itemStyle: { color: rule.color } } : value(p.figure);
        }),
        markLine: chart.centre === undefined ? undefined : { silent: true, symbol: 'none', label: { show: false }, lineStyle: { color: soft, type: 'solid', width: 1 }, data: [{ yAxis: chart.centre }] } }
    ]
  }, 250, signals.length + ' of ' + chart.points.length + ' points break a rule: ' + signals.map(function (p) { return p.label + ' ' + text(p.figure); }).join(', ') + '.');
  const key = element('div', 'key');
  Object.keys(rules).forEach(function (r) {
    const count = chart.points.filter(function (p) { return p.rules.includes(r); }).length;
    if (!count) return;
    const item = element('span'), swatch = element('i', 'dot');
    swatch.style.background = rules[r].color;
    item.append(swatch, number.format(count) + ' ' + rules[r].label);
    key.append(item);
  });
  if (chart.points.length) section.append(key.children.length ? key : element('p', 'quiet', 'No rule is broken: what moves is noise.'));
  sources(section, [{ name: chart.title, kpi: chart.kpi }]);
  const details = element('details'), list = element('table'), scroll = element('div', 'scroll');
  details.append(element('summary', '', 'Show the numbers'), scroll);
  scroll.append(list);
  table(list, [{ label: '' }, { label: 'Figure' }, { label: 'Limits' }, { label: 'Rules', isText: true }], chart.points.map(function (p) {
    return [rowHead(p.label), figureCell(p.figure), element('td', '', p.lower === undefined ? '' : amount(p.figure.unit, p.lower) + ' to ' + amount(p.figure.unit, p.upper)),
      element('td', 'text', p.rules.map(function (r) { return rules[r].label; }).join(', '))];
  }));
  section.append(details);
}

/** What came and what is expected, with its band, and how wrong each model was. */
function forecastChart(id, title, forecast, isFull) {
  const section = panel(id, title, forecast.note, isFull);
  const before = forecast.past.length, all = forecast.past.concat(forecast.ahead);
  if (forecast.noData !== undefined) {
    section.append(element('p', 'chart none', 'no data: ' + words(forecast.noData)));
    return;
  }
  const gap = forecast.past.map(function () { return null; });
  const band = function (side) { return gap.concat(forecast.ahead.map(function (f) { return side(f); })); };
  draw(section, {
    grid: grid({ top: 34, right: 34 }),
    legend: legend({ data: ['What came', 'Expected', 'Range of 95 %'] }),
    tooltip: Object.assign({}, base.tooltip, {
      trigger: 'axis',
      formatter: function (hits) {
        const at = hits[0].dataIndex, f = all[at];
        return forecast.labels[at] + '\n' + (at < before ? 'came: ' + text(f) : 'expected: ' + text(f) + '\nrange ' + interval(f));
      }
    }),
    xAxis: axisX(forecast.labels),
    yAxis: axisY({ minInterval: 1, min: 0 }),
    series: [
      { name: 'Low', type: 'line', stack: 'band', symbol: 'none', silent: true, lineStyle: { opacity: 0 }, data: band(function (f) { return f.low; }) },
      { name: 'Range of 95 %', type: 'line', stack: 'band', symbol: 'none', silent: true, lineStyle: { opacity: 0 }, itemStyle: { color: amber }, areaStyle: { color: amber, opacity: .2 }, data: band(function (f) { return f.high - f.low; }) },
      lineOf(blue, { name: 'What came', symbol: 'circle', symbolSize: 4, data: forecast.past.map(value) }),
      lineOf(amber, { name: 'Expected', symbol: 'circle', symbolSize: 4, data: gap.concat(forecast.ahead.map(value)) })
    ]
  }, isFull ? 320 : 0, forecast.ahead.map(function (f, i) { return forecast.labels[before + i] + ' ' + text(f) + ', ' + interval(f); }).join('; ') + '.');
  sources(section, [{ name: title, kpi: forecast.kpi }]);
  const scroll = element('div', 'scroll'), tried = element('table', 'tried');
  scroll.append(tried);
  const cell = function (v, shown) { const td = element('td', '', v === undefined ? '–' : shown(v)); return td; };
  table(tried, [{ label: 'Model' }, { label: 'Mean abs. error' }, { label: 'Of the volume' }, { label: 'Mean bias' }, { label: 'Against naive' }], forecast.tried.map(function (t) {
    const head = rowHead(words(t.model).replace(/\./g, ' '));
    if (t.chosen) head.append(element('span', 'chosen', 'chosen'));
    return [head, cell(t.mae, one.format), cell(t.wape, function (v) { return one.format(v * 100) + ' %'; }), cell(t.bias, one.format), cell(t.mase, two.format)];
  }));
  section.append(scroll);
  const details = element('details'), list = element('table'), inner = element('div', 'scroll');
  details.append(element('summary', '', 'Show the numbers'), inner);
  inner.append(list);
  table(list, [{ label: '' }, { label: 'Came or expected' }], all.map(function (f, i) { return [rowHead(forecast.labels[i]), figureCell(f)]; }));
  section.append(details);
}

/** A dot with its interval, one row a category; several series stand side by side inside the row. */
function intervalChart(id, title, timeline) {
  const section = panel(id, title, timeline.note, false);
  const colors = [blue, teal, amber], count = timeline.series.length;
  const known = points(timeline).filter(isKnown);
  const lowest = known.reduce(function (a, f) { return Math.min(a, f.low === undefined ? f.value : f.low); }, 1);
  drawOr(section, points(timeline), {
    color: colors,
    grid: grid({ right: 30 }),
    legend: legend({ icon: 'circle', itemWidth: 9 }),
    tooltip: Object.assign({}, base.tooltip, {
      trigger: 'item',
      formatter: function (hit) {
        const s = timeline.series[hit.seriesIndex], f = s.points[hit.dataIndex];
        return timeline.labels[hit.dataIndex] + ', ' + s.name + '\n' + [text(f)].concat(support(f)).join('\n');
      }
    }),
    xAxis: axisY({ min: Math.floor(lowest * 10) / 10, max: 1, axisLabel: { color: soft, formatter: percent } }),
    yAxis: axisX(timeline.labels, { inverse: true, axisLabel: { color: ink, fontSize: 13 } }),
    series: timeline.series.map(function (s, i) {
      return {
        name: s.name, type: 'custom', encode: { x: [1, 2, 3], y: 0 }, itemStyle: { color: colors[i] },
        dimensions: ['category', 'value', 'low', 'high'],
        data: s.points.map(function (f, at) {
          return isKnown(f) ? [at, f.value, f.low === undefined ? f.value : f.low, f.high === undefined ? f.value : f.high] : [at, null, null, null];
        }),
        renderItem: function (params, api) {
          if (!isKnown(s.points[params.dataIndex])) return null;
          const middle = api.coord([api.value(1), api.value(0)]), shift = (i - (count - 1) / 2) * 20;
          const y = middle[1] + shift, low = api.coord([api.value(2), api.value(0)])[0], high = api.coord([api.value(3), api.value(0)])[0];
          const stroke = { stroke: colors[i], lineWidth: 2, fill: null };
          const bar = function (x1, y1, x2, y2) { return { type: 'line', shape: { x1: x1, y1: y1, x2: x2, y2: y2 }, style: stroke }; };
          return { type: 'group', children: [bar(low, y, high, y), bar(low, y - 4, low, y + 4), bar(high, y - 4, high, y + 4),
            { type: 'circle', shape: { cx: middle[0], cy: y, r: 5.5 }, style: { fill: colors[i] } },
            { type: 'text', style: { x: middle[0], y: i === 0 ? y - 19 : y + 8, text: one.format(api.value(1) * 100) + ' %', fill: colors[i], font: '600 11.5px system-ui, sans-serif', textAlign: 'center' } }] };
        }
      };
    })
  }, 0, spoken(timeline));
  numbers(section, timeline.labels, timeline.series);
}

const heat = shade('heat').split(' ');

function heatMap(arrivals) {
  const section = panel('arrivals', 'When tickets come in', arrivals.note, true);
  const figures = arrivals.cells.flat();
  const cells = [];
  arrivals.cells.forEach(function (row, r) { row.forEach(function (f, c) { if (isKnown(f)) cells.push([c, r, f.value]); }); });
  const most = cells.reduce(function (a, cell) { return Math.max(a, cell[2]); }, 1);
  drawOr(section, figures, {
    grid: grid({ top: 10, bottom: 44 }),
    tooltip: Object.assign({}, base.tooltip, {
      formatter: function (hit) { return arrivals.rows[hit.value[1]] + ', ' + arrivals.columns[hit.value[0]] + ' h: ' + number.format(hit.value[2]); }
    }),
    xAxis: axisX(arrivals.columns, { splitArea: { show: false } }),
    yAxis: axisX(arrivals.rows, { inverse: true }),
    visualMap: { min: 0, max: most, calculable: false, orient: 'horizontal', left: 'center', bottom: 0, itemHeight: 130, itemWidth: 11, text: [number.format(most), '0'], textStyle: { color: soft }, inRange: { color: heat } },
    series: [{ name: 'Tickets opened', type: 'heatmap', data: cells, itemStyle: { borderColor: paper, borderWidth: 2, borderRadius: 3 }, emphasis: { itemStyle: { borderColor: ink } } }]
  }, 310);
  numbers(section, arrivals.rows, arrivals.columns.map(function (c, i) {
    return { name: c, points: arrivals.cells.map(function (row) { return row[i]; }) };
  }));
}

function when(instant) {
  return moment.format(new Date(instant));
}

/** What to say without a breach: that there is none, or that no clock could be judged. */
function orNoClock(sentence) {
  const judged = points(report.attainment);
  return judged.some(isKnown) ? sentence : firstReason(judged);
}

/** A text without the braces by which the charts set a style. */
function plain(text) {
  return text.replace(/{/g, '\uff5b').replace(/}/g, '\uff5d');
}

/** The trace of each breach as a strip: what counted, what did not, and where the target was used up. */
function breachChart(breaches) {
  const section = panel('worst', 'Worst breaches, hour by hour',
    'Settled tickets that overshot their target most. Each strip runs from the start of the clock to its end; the black mark is the due time.', true);
  if (!breaches.length) {
    section.append(element('p', 'chart none', orNoClock('No breach among the settled tickets.')));
    return;
  }
  const day = 86400000, strips = [], dues = [], used = new Set();
  breaches.forEach(function (b, row) {
    const zero = Date.parse(b.startedAt);
    b.segments.forEach(function (s) {
      used.add(s.kind);
      strips.push({ value: [row, (Date.parse(s.startInclusive) - zero) / day, (Date.parse(s.endExclusive) - zero) / day], segment: s, itemStyle: { color: kinds[s.kind].color } });
    });
    dues.push({ value: [row, (Date.parse(b.dueAt) - zero) / day] });
  });
  const key = element('div', 'key');
  Object.keys(kinds).filter(function (k) { return used.has(k); }).forEach(function (k) {
    const item = element('span'), swatch = element('i');
    swatch.style.background = kinds[k].color;
    item.append(swatch, kinds[k].label);
    key.append(item);
  });
  section.append(key);
  const isNarrow = section.clientWidth < 560;
  draw(section, {
    grid: grid({ top: 12, bottom: 52, left: 4 }),
    tooltip: Object.assign({}, base.tooltip, {
      formatter: function (hit) {
        const b = breaches[hit.value[0]], s = hit.data.segment;
        const head = plain(b.ticket + (b.subject ? ', ' + b.subject : ''));
        if (!s) return head + '\ndue ' + when(b.dueAt);
        return head + '\n' + kinds[s.kind].label + (s.name ? ', ' + plain(s.name) : '') + '\n' + when(s.startInclusive) + ' to ' + when(s.endExclusive);
      }
    }),
    xAxis: axisY({ name: isNarrow ? '' : 'days since the clock started', nameLocation: 'middle', nameGap: 26, nameTextStyle: { color: soft }, min: 0 }),
    yAxis: axisX(breaches.map(function (b) { return b.ticket; }), {
      inverse: true,
      axisLabel: {
        color: ink, interval: 0,
        formatter: function (name, i) {
          const b = breaches[i];
          const whose = [b.priority, b.team].filter(Boolean).map(plain).join(', ');
          return isNarrow ? name : '{t|' + plain(name) + '}' + (whose ? '  {s|' + whose + '}' : '') + '\n{s|' + duration(b.overdueSeconds) + ' over ' + duration(b.targetSeconds) + '}';
        },
        rich: { t: { fontWeight: 600, color: ink, fontSize: 12.5, lineHeight: 17 }, s: { color: soft, fontSize: 11.5, lineHeight: 15 } }
      }
    }),
    dataZoom: [{ type: 'inside', filterMode: 'weakFilter' }, { type: 'slider', filterMode: 'weakFilter', height: 14, bottom: 4, borderColor: line, fillerColor: 'rgba(47,102,144,.10)', showDetail: false, brushSelect: false }],
    series: [{
      name: 'Trace', type: 'custom', encode: { x: [1, 2], y: 0 }, clip: true, data: strips,
      renderItem: function (params, api) {
        const from = api.coord([api.value(1), api.value(0)]), to = api.coord([api.value(2), api.value(0)]);
        const high = Math.min(24, api.size([0, 1])[1] * .55);
        const shape = echarts.graphic.clipRectByRect({ x: from[0], y: from[1] - high / 2, width: Math.max(to[0] - from[0], .6), height: high }, params.coordSys);
        return shape && { type: 'rect', shape: shape, style: { fill: api.visual('color') } };
      }
    }, {
      name: 'Due', type: 'custom', encode: { x: 1, y: 0 }, data: dues, itemStyle: { color: ink }, z: 5,
      renderItem: function (params, api) {
        const at = api.coord([api.value(1), api.value(0)]), high = Math.min(34, api.size([0, 1])[1] * .8);
        if (at[0] < params.coordSys.x || at[0] > params.coordSys.x + params.coordSys.width) return null;
        return { type: 'rect', shape: { x: at[0] - 1.25, y: at[1] - high / 2, width: 2.5, height: high }, style: { fill: ink } };
      }
    }]
  }, 74 + 46 * breaches.length);
  const details = element('details'), scroll = element('div', 'scroll'), list = element('table');
  details.append(element('summary', '', 'Show the numbers'), scroll);
  scroll.append(list);
  breachTable(list, breaches);
  section.append(details);
}

function breachTable(target, breaches) {
  table(target,
    [{ label: 'Ticket' }, { label: 'Subject', isText: true }, { label: 'Clock', isText: true }, { label: 'Priority', isText: true }, { label: 'Team', isText: true }, { label: 'Due', isText: true }, { label: 'Target' }, { label: 'Over the target' }],
    breaches.map(function (b) {
      const over = element('td', '', duration(b.overdueSeconds));
      over.dataset.value = String(b.overdueSeconds);
      return [rowHead(b.ticket), element('td', 'text wrap', b.subject || ''), element('td', 'text', words(b.metric)), element('td', 'text', b.priority || ''), element('td', 'text', b.team || ''),
        element('td', 'text', when(b.dueAt)), element('td', '', duration(b.targetSeconds)), over];
    }));
}
