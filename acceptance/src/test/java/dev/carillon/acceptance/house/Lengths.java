package dev.carillon.acceptance.house;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * How long a method is: its lines from head to end. A text block counts as one, and so does the
 * making of a value out of its components, which a record with many of them spreads over many
 * lines.
 */
final class Lengths {

  static final int MOST = 40;

  static final Rule OF_METHODS =
      new Rule(
          "length",
          "a method has at most " + MOST + " lines, a text block or a new value counting as one",
          code -> tooLong(code.sources()));

  private Lengths() {}

  private static List<String> tooLong(List<Path> sources) {
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      var task =
          (JavacTask)
              compiler.getTask(
                  null,
                  files,
                  null,
                  List.of("-proc:none"),
                  null,
                  files.getJavaFileObjectsFromPaths(sources));
      SourcePositions positions = Trees.instance(task).getSourcePositions();
      return StreamSupport.stream(task.parse().spliterator(), false)
          .flatMap(unit -> new Methods(unit, positions).tooLong().stream())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Walks through one file and adds to a list what is too long in it. */
  private static final class Methods extends TreeScanner<Boolean, List<String>> {

    private final CompilationUnitTree file;
    private final SourcePositions positions;
    private long foldedLines;

    Methods(CompilationUnitTree file, SourcePositions positions) {
      this.file = file;
      this.positions = positions;
    }

    List<String> tooLong() {
      List<String> tooLong = new ArrayList<>();
      file.accept(this, tooLong);
      return tooLong;
    }

    @Override
    public Boolean visitMethod(MethodTree method, List<String> tooLong) {
      long foldedBefore = foldedLines;
      Boolean result = super.visitMethod(method, tooLong);
      long lines = height(method) + 1 - (foldedLines - foldedBefore);
      if (lines > MOST) {
        tooLong.add(file.getSourceFile().getName() + ": " + method.getName() + " has " + lines);
      }
      return result;
    }

    @Override
    public Boolean visitLiteral(LiteralTree literal, List<String> tooLong) {
      foldedLines += height(literal);
      return super.visitLiteral(literal, tooLong);
    }

    /** A value is folded with all that is in it, unless it holds statements of its own. */
    @Override
    public Boolean visitNewClass(NewClassTree value, List<String> tooLong) {
      if (value.getClassBody() != null || holdsStatements(value)) {
        return super.visitNewClass(value, tooLong);
      }
      foldedLines += height(value);
      return true;
    }

    private static boolean holdsStatements(NewClassTree value) {
      List<BlockTree> blocks = new ArrayList<>();
      new TreeScanner<Void, Void>() {
        @Override
        public Void visitBlock(BlockTree block, Void nothing) {
          blocks.add(block);
          return null;
        }
      }.scan(value, null);
      return !blocks.isEmpty();
    }

    /** The lines between an element's first and its last. */
    private long height(Tree tree) {
      return line(positions.getEndPosition(file, tree))
          - line(positions.getStartPosition(file, tree));
    }

    private long line(long position) {
      return file.getLineMap().getLineNumber(position);
    }
  }
}
