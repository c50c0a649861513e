package be.quartier.pages.web;

/** Which of the error texts fits a status. */
public final class ErrorKind {

    private ErrorKind() {}

    /** One of 400, 403, 404, 409, 413, 422, 429, 500 and 503: the status itself or the nearest to it. */
    public static String of(int status) {
        return switch (status) {
            case 401, 403 -> "403";
            case 404, 405, 410 -> "404";
            case 409, 412 -> "409";
            case 413 -> "413";
            case 422 -> "422";
            case 429 -> "429";
            case 503 -> "503";
            default -> status < 500 ? "400" : "500";
        };
    }
}
