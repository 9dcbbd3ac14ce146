package dev.carillon.store.migration;

import dev.carillon.engine.store.StoreException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.exception.FlywayValidateException;

/** The migrations of one database. Several nodes may start at once: one migrates, others wait. */
public final class Migrations {
  private static final String PLACE = "classpath:dev/carillon/store/";

  private final Flyway flyway;
  private final String where;

  /**
   * @param dialect the word of the database, which names the folder of its scripts
   * @param where the database in words, for messages
   */
  public Migrations(DataSource database, String dialect, String where) {
    this.where = where;
    flyway =
        Flyway.configure(Migrations.class.getClassLoader())
            .dataSource(database)
            .locations(PLACE + dialect)
            .failOnMissingLocations(true)
            .load();
  }

  /** Migrates to the newest version. A database of a newer version than this one is refused. */
  public void migrate() {
    try {
      refuseNewer();
      flyway.migrate();
    } catch (FlywayValidateException other) {
      throw new StoreException(
          where
              + " was written by a build that was never released, whose tables are not kept: give this"
              + " version another place, or go on with that build",
          other);
    } catch (FlywayException failure) {
      throw new StoreException(
          "the tables of " + where + " could not be brought to this version: " + cause(failure),
          failure);
    }
  }

  /** What the database said itself, in one line; Flyway frames it in many. */
  private static String cause(Throwable failure) {
    var deepest = failure;
    while (deepest.getCause() != null) {
      deepest = deepest.getCause();
    }
    return String.valueOf(deepest.getMessage()).lines().findFirst().orElse("no reason was given");
  }

  private void refuseNewer() {
    for (var migration : flyway.info().applied()) {
      if (migration.getState() == MigrationState.FUTURE_SUCCESS) {
        throw new StoreException(
            where
                + " was written by a newer Carillon (tables of version "
                + migration.getVersion()
                + "): start that version, or give this one another database");
      }
    }
  }
}
