package org.rightparty.console.web;

import com.fasterxml.jackson.databind.JsonNode;

import org.rightparty.console.fakes.ConsoleFixture;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/// A browser for tests: keeps its cookie and its CSRF token.
public final class ConsoleClient {
    private final int port;
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private String csrf = "";

    public ConsoleClient(int port) {
        this.port = port;
    }

    /// Somebody logged in.
    public static ConsoleClient of(int port, String login) {
        ConsoleClient client = new ConsoleClient(port);
        HttpResponse<String> answer = client.logIn(login, ConsoleFixture.PASSWORD);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("log-in answered " + answer.statusCode());
        }
        return client;
    }

    public HttpResponse<String> logIn(String login, String password) {
        HttpResponse<String> answer =
                send(request("/api/log-in").POST(body(new Wire.LogIn(login, password))));
        if (answer.statusCode() == 200) {
            csrf = json(answer).get("csrf").asText();
        }
        return answer;
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    public HttpResponse<String> post(String path, String body) {
        return send("POST", path, body);
    }

    public HttpResponse<String> send(String method, String path, String body) {
        return send(method, path, BodyPublishers.ofString(body));
    }

    /// Any request, with the CSRF token.
    public HttpResponse<String> send(String method, String path, HttpRequest.BodyPublisher body) {
        return send(request(path).header("X-CSRF-Token", csrf).method(method, body));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(10));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    String csrf() {
        return csrf;
    }

    /// A desk's or a floor's socket of this browser's session.
    SocketClient socket(String path) {
        return socket(path, "http://127.0.0.1:" + port);
    }

    SocketClient socket(String path, String origin) {
        URI uri = URI.create("ws://127.0.0.1:" + port + path);
        return SocketClient.open(http, uri, origin);
    }

    public static JsonNode json(HttpResponse<String> answer) {
        return WireJson.read(answer.body(), JsonNode.class);
    }

    private static HttpRequest.BodyPublisher body(Object wire) {
        return BodyPublishers.ofString(WireJson.write(wire));
    }
}
