// The charts. Each has a table of its numbers below it and a spoken description.
const charts = [];
const base = {
  animation: false,
  textStyle: { fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, Arial, sans-serif', color: ink },
  tooltip: { renderMode: 'richText', confine: true, backgroundColor: '#ffffff', borderColor: '#cbd2da', textStyle: { color: ink, fontSize: 12.5 } }
};

function axisX(labels, more) {
  return Object.assign({ type: 'category', data: labels, axisLine: { lineStyle: { color: '#c3cad2' } }, axisTick: { show: false }, axisLabel: { color: soft, hideOverlap: true } }, more);
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
  const missing = all.concat(report.headline.map(function (h) { return h.figure; })).find(function (f) { return !isKnown(f); });
  return 'no data: ' + (missing ? words(missing.noData) : 'nothing to show');
}

/** Draws when at least one figure is known; says why not otherwise. */
function drawOr(section, figures, option, height, spoken) {
  if (figures.some(isKnown)) draw(section, option, height, spoken);
  else section.append(element('p', 'chart none', firstReason(figures)));
}

function numbers(section, labels, series) {
  const details = element('details'), list = element('table'), scroll = element('div', 'scroll');
  details.append(element('summary', '', 'Show the numbers'), scroll);
  scroll.append(list);
  table(list, [{ label: '' }].concat(series.map(function (s) { return { label: s.name }; })),
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
    grid: grid(Object.assign(timeline.series.length > 1 ? {} : { top: 20 }, more.grid)),
    legend: timeline.series.length > 1 ? legend() : undefined,
    tooltip: tip(timeline),
    xAxis: axisX(timeline.labels, more.xAxis),
    yAxis: axisY(more.yAxis),
    series: timeline.series.map(function (s, i) {
      return Object.assign({ name: s.name, data: s.points.map(alone) }, series(i));
    }).concat(timeline.series.filter(hasInterval).map(whiskers))
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
function whiskers(series) {
  return {
    name: series.name + ', interval', type: 'custom', silent: true, z: 1, encode: { x: 0, y: [1, 2] },
    data: series.points.map(function (f, at) { return f.low === undefined ? [at, null, null] : [at, f.low, f.high]; }),
    renderItem: function (params, api) {
      if (series.points[params.dataIndex].low === undefined) return null;
      const low = api.coord([api.value(0), api.value(1)]), high = api.coord([api.value(0), api.value(2)]);
      return { type: 'rect', shape: { x: low[0] - 5, y: high[1], width: 10, height: low[1] - high[1], r: 5 }, style: { fill: teal, opacity: .16 } };
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
  return Object.assign({ type: 'line', showSymbol: true, symbol: 'none', symbolSize: 5, lineStyle: { width: 2, color: color }, itemStyle: { color: color } }, more);
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
            { type: 'text', style: { x: middle[0], y: i === 0 ? y - 19 : y + 8, text: percent(api.value(1)), fill: colors[i], font: '600 11.5px system-ui, sans-serif', textAlign: 'center' } }] };
        }
      };
    })
  }, 0, spoken(timeline));
  numbers(section, timeline.labels, timeline.series);
}

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
    visualMap: { min: 0, max: most, calculable: false, orient: 'horizontal', left: 'center', bottom: 0, itemHeight: 130, itemWidth: 11, text: [number.format(most), '0'], textStyle: { color: soft }, inRange: { color: ['#f1f5f8', '#cfe0ea', '#8db6cd', '#4f87aa', '#2a5b80', '#1b3f5c'] } },
    series: [{ name: 'Tickets opened', type: 'heatmap', data: cells, itemStyle: { borderColor: '#ffffff', borderWidth: 2, borderRadius: 3 }, emphasis: { itemStyle: { borderColor: ink } } }]
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
        const head = b.ticket + (b.subject ? ', ' + b.subject : '');
        if (!s) return head + '\ndue ' + when(b.dueAt);
        return head + '\n' + kinds[s.kind].label + (s.name ? ', ' + s.name : '') + '\n' + when(s.startInclusive) + ' to ' + when(s.endExclusive);
      }
    }),
    xAxis: axisY({ name: isNarrow ? '' : 'days since the clock started', nameLocation: 'middle', nameGap: 26, nameTextStyle: { color: soft }, min: 0 }),
    yAxis: axisX(breaches.map(function (b) { return b.ticket; }), {
      inverse: true,
      axisLabel: {
        color: ink, interval: 0,
        formatter: function (name, i) {
          const b = breaches[i];
          return isNarrow ? name : '{t|' + name + '}  {s|' + b.priority + ', ' + b.team + '}\n{s|' + duration(b.overdueSeconds) + ' over ' + duration(b.targetSeconds) + '}';
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
