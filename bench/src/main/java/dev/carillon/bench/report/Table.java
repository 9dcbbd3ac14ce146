package dev.carillon.bench.report;

import java.util.List;
import java.util.stream.Collectors;

/** Figures as a Markdown table, which reads well in a terminal too. */
public record Table(List<String> head, List<List<String>> rows) {
  public Table {
    head = List.copyOf(head);
    rows = rows.stream().map(List::copyOf).toList();
  }

  /** The table, its first column to the left and its figures to the right. */
  public String markdown() {
    var rule = head.stream().map(cell -> cell.equals(head.getFirst()) ? ":--" : "--:").toList();
    return line(head) + line(rule) + rows.stream().map(Table::line).collect(Collectors.joining());
  }

  private static String line(List<String> cells) {
    return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
  }
}
