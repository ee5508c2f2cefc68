package dev.customerservice.examples.report;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The two files of a written report.
 *
 * @param json {@code report.json}
 * @param page {@code index.html}, drawn from it
 */
public record ReportFiles(Path json, Path page) {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /**
     * Writes a report.
     *
     * @param report the report
     * @param folder where to, made when it is missing
     * @return the files
     * @throws IOException when they cannot be written
     */
    public static ReportFiles write(DemoReport report, Path folder) throws IOException {
        ReportFiles files = new ReportFiles(folder.resolve("report.json"), folder.resolve("index.html"));
        String json = MAPPER.writeValueAsString(report);
        Files.createDirectories(folder);
        Files.writeString(files.json(), json);
        ReportPage.writeReport(files.page(), json);
        return files;
    }

    /**
     * Writes a page beside the report.
     *
     * @param page the page
     * @param folder where to
     * @param name the name of its files, without an ending
     * @return the page's file
     * @throws IOException when they cannot be written
     */
    public static Path write(Page page, Path folder, String name) throws IOException {
        String json = MAPPER.writeValueAsString(page);
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(name + ".json"), json);
        Path file = folder.resolve(name + ".html");
        ReportPage.writeBlocks(file, json);
        return file;
    }
}
