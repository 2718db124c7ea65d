"""How pictures look: rules for the style sheet of the page that they stand in."""

PICTURE_CSS = """\
.picture {
  container-type: inline-size; max-width: 640px; margin: 0 0 16px; break-inside: avoid;
  font-size: 0.9375rem; line-height: 1.4; overflow-wrap: anywhere;
}
.picture p, .picture ul { margin: 0; padding: 0; }
.picture .left { color: var(--left); }
.picture .right { color: var(--right); }
.picture .quiet, .picture .other { color: var(--quiet); }
.picture .strong { color: var(--ink); font-weight: 600; }
.picture .figure { font-weight: 600; font-variant-numeric: tabular-nums; }
.picture .figure .other, .picture .name { font-weight: 400; }
.picture .figure .other, .picture .absent .other, .picture .head .other { color: inherit; }
.picture .lines > * { display: block; }
.picture .lines .other { font-size: 0.8125rem; font-weight: 400; }
.picture .absent { color: var(--open, var(--quiet)); font-style: italic; }
.picture .absent :lang(zh) { font-style: normal; }
.picture p.absent { margin: 4px 0; }
.picture .absent .mark { margin-right: 2px; }
.picture .absent .name { font-style: normal; }
.picture .wide { display: none; }
@container (min-width: 480px) {
  .picture .wide { display: inline; }
  .picture .narrow { display: none; }
}

.picture svg { overflow: visible; }
.picture .mark { vertical-align: -2px; fill: currentColor; }
.picture .mark[viewBox] { width: 0.875rem; height: 0.875rem; }
.picture text { font-size: 0.875rem; fill: currentColor; }
.picture .tick, .picture .ruler { font-size: 0.78125rem; font-variant-numeric: tabular-nums; }
.picture .ruler text { font-size: inherit; }
.picture line, .picture .ruler path { fill: none; stroke: currentColor; }
.picture line.track { stroke: var(--quiet); stroke-opacity: 0.6; }
.picture .plot line.track { stroke: var(--rule); }
.picture circle.track { fill: var(--rule); }
.picture line.stem { stroke-width: 1.5; }
.picture line.bar { stroke-width: 4; }
.picture line.apart, .picture line.gap { stroke: var(--apart, var(--divergent)); stroke-width: 4; }
.picture line.gap { stroke-dasharray: 3 4; }
.picture rect.overlap { fill: var(--primary-wash); }
.picture line.overlap { stroke: var(--primary); }

.picture.line > svg { display: block; width: calc(100% - 24px); margin: 0 12px; }
.picture.line > .ruler, .picture .ends { margin: 4px 12px 0; }
.picture .ends { display: grid; grid-template-columns: 1fr 1fr; gap: 16px; font-size: 0.8125rem; }
.picture .ends > :last-child { text-align: right; }

.picture table { border-collapse: collapse; width: 100%; }
.picture th, .picture td { padding: 3px 0; text-align: left; vertical-align: top; }
.picture th { font-weight: inherit; }

.picture.dumbbells table { display: grid; grid-template-columns: minmax(60px, 1fr) auto auto; }
.picture.dumbbells :is(thead, tbody, tr) {
  display: grid; grid-column: 1 / -1;
  grid-template-columns: 1fr 44px 44px; grid-template-columns: subgrid;
}
.picture.dumbbells tr { grid-template-areas: "label distance distance" "plot first second"; }
.picture.dumbbells .label { grid-area: label; }
.picture.dumbbells .plot { grid-area: plot; }
.picture.dumbbells .distance { grid-area: distance; text-align: right; }
.picture.dumbbells .plot { padding: 3px 12px; }
.picture.dumbbells .plot svg { display: block; }
.picture.dumbbells .figure { min-width: 28px; padding-left: 12px; text-align: right; }
.picture.dumbbells tbody tr { border-top: 1px solid var(--rule); }
@container (min-width: 560px) {
  .picture.dumbbells table {
    grid-template-columns: 32% minmax(60px, 1fr) auto auto fit-content(112px);
  }
  .picture.dumbbells :is(thead, tbody, tr) {
    grid-template-columns: 32% 1fr 44px 44px 112px; grid-template-columns: subgrid;
  }
  .picture.dumbbells tr {
    grid-template-areas: "label plot first second distance"; align-items: center;
  }
  .picture.dumbbells .distance { padding-left: 24px; }
}

.picture.options table { width: auto; }
.picture.options .who { width: 22px; text-align: center; }
.picture.options .who:empty::before { content: "·" / ""; color: var(--quiet); }
.picture.options .label { padding-left: 8px; }
.picture.options .near { position: relative; width: 1px; padding-left: 22px; white-space: nowrap; }
.picture.options .near { color: var(--partial, var(--quiet)); vertical-align: middle; }
.picture.options .near .other { color: inherit; }
.picture.options .near::before {
  content: ""; position: absolute; left: 8px; top: 14px; bottom: 14px; width: 8px;
  border: 2px solid; border-left: 0;
}

.picture .beside { display: grid; gap: 12px 24px; }
@container (min-width: 480px) {
  .picture .beside { grid-auto-columns: minmax(0, 1fr); grid-auto-flow: column; }
}
.picture .head { font-weight: 600; text-wrap: balance; }
.picture.columns .column { display: grid; grid-template-rows: subgrid; grid-row: span 2; gap: 0; }
.picture.columns .head {
  display: flex; gap: 6px; padding-bottom: 4px; border-bottom: 2px solid;
}
.picture.columns .marks { flex: none; }
.picture.columns ul { list-style: none; padding-top: 4px; }
.picture.columns li { padding: 2px 0; }
.picture.texts .words { border-left: 3px solid; padding-left: 10px; white-space: pre-line; }
.picture.texts .words { color: var(--ink); border-color: var(--left); }
.picture.texts .words.right { border-color: var(--right); }
.picture.texts .words.absent { color: var(--open, var(--quiet)); margin: 0; }
.picture.private svg { display: block; margin-bottom: 4px; }
.picture.private .note { font-size: 0.8125rem; }
"""
"""The rules, all of them for what is in an element of the class `picture`.

The page defines the colours `--ink`, `--quiet`, `--rule`, `--left`, `--right`, `--primary`,
`--primary-wash`, `--partial`, `--open` and `--divergent`. What lies between two answers has the
colour `--apart`, which a page may set for each picture by the verdict; it is `--divergent` else.
"""
