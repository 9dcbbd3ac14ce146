package dev.carillon.server.contract;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What asks a whole server, the same for all tests of a class. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OnServer {
  static final String SCHEDULES = "/api/v1/schedules";

  Served served;

  @BeforeAll
  void serve(@TempDir Path folder) throws IOException {
    served = new Served(folder);
  }

  @AfterAll
  void stop() {
    served.close();
  }
}
