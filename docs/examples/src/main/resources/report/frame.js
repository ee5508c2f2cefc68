// What every page has: the way to the other pages, and what its measures mean.
function navigate() {
  const place = document.getElementById('pages');
  report.pages.forEach(function (page) {
    const link = element('a', '', page.title);
    link.href = page.href;
    place.append(link);
  });
}

function define() {
  const place = document.getElementById('definitions');
  report.definitions.forEach(function (d) {
    const head = element('dt', '', d.label), body = element('dd'), list = element('ul');
    head.id = definitionId(d.id);
    body.append(element('p', '', d.formula));
    [['Population', d.population], ['Unit', d.unit + (d.range ? ', ' + d.range : '')], ['Dated by', d.cohort], ['Better', d.direction],
      ['When nothing was counted', d.emptyCase], ['Source', d.source],
      ['Called', Object.entries(d.synonyms).map(function (e) { return e[0] + ': ' + e[1]; }).join('; ')]].forEach(function (row) {
      if (!row[1]) return;
      const item = element('li');
      item.append(element('b', '', row[0] + ': '), row[1]);
      list.append(item);
    });
    body.append(list, element('code', '', d.id));
    place.append(head, body);
  });
}
