using System.Net;
using System.Net.WebSockets;
using System.Text.Json;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Tests.Circles;

/// <summary>The wire answers as it is written down, to a client that is not ours.</summary>
public sealed class WireTests
{
    [Theory, BothDatabases]
    public async Task Six_people_hold_a_circle_with_the_public_client(DatabaseProvider database)
    {
        await using var ring = await Ring.PlanAsync("listening", people: 5, database);
        for (var i = 1; i <= 5; i++) { await ring.ComesAsync($"p{i}"); }

        var seen = await NodeClients.RunAsync("circle.mjs", [$"{ring.Server}".TrimEnd('/'), $"{ring.CircleId}", ring.Facilitator.Cookie, .. Enumerable.Range(1, 5).Select(i => ring[$"p{i}"].Cookie)]);

        Assert.True(seen.GetProperty("rising").GetBoolean(), "versions rise");
        Assert.Equal("circle-closed", seen.GetProperty("late").GetString());
        var rounds = seen.GetProperty("spoke").EnumerateObject().ToList();
        Assert.Equal(5, rounds.Count);
        Assert.All(rounds, round => Assert.Equal(6, round.Value.EnumerateArray().Select(s => s.GetString()).Distinct().Count()));
        Assert.Equal("s4", rounds[2].Value[0].GetString()); // stories began with the volunteer
        Assert.All(seen.GetProperty("pushes").EnumerateArray(), pushes => Assert.True(pushes.GetInt32() > 10));
    }

    [Fact]
    public async Task Kind_may_stand_anywhere_and_words_are_words()
    {
        await using var ring = await Ring.RunningAsync();

        var answer = await ring["p1"].Wire.InvokeAsync("Act", ring.CircleId, JsonSerializer.Deserialize<JsonElement>("""{ "extra": { "a": [1] }, "id": "x1", "kind": "bell" }"""));

        Assert.True(answer.GetProperty("accepted").GetBoolean(), $"{answer}");
        var snapshot = answer.GetProperty("snapshot");
        Assert.Equal("running", snapshot.GetProperty("status").GetString());
        Assert.Equal("sequential", snapshot.GetProperty("stage").GetProperty("mode").GetString());
        Assert.Equal("offered", snapshot.GetProperty("floor").GetProperty("state").GetString());
        Assert.Equal(ring.CircleId, snapshot.GetProperty("circleId").GetGuid());
        Assert.Contains(snapshot.GetProperty("seats").EnumerateArray(), s => s.GetProperty("presence").GetString() == "here" && s.GetProperty("role").GetString() == "facilitator");
    }

    [Theory, InlineData("""{ "id": "x1", "kind": "levitate" }""", "unknown-command"), InlineData("""{ "id": "x1" }""", "command-wrong"), InlineData("""{ "id": "x1", "kind": "offer", "to": 7 }""", "command-wrong"), InlineData("[]", "command-wrong"), InlineData("\"bell\"", "command-wrong")]
    public async Task What_is_no_command_is_refused_and_the_circle_comes_with_it(string json, string code)
    {
        await using var ring = await Ring.PlanAsync(people: 1);
        await ring.Facilitator.JoinAsync(ring.CircleId);

        var answer = await ring.Facilitator.Wire.InvokeAsync("Act", ring.CircleId, JsonSerializer.Deserialize<JsonElement>(json));

        Assert.False(answer.GetProperty("accepted").GetBoolean());
        Assert.Equal(code, answer.GetProperty("refusal").GetProperty("code").GetString());
        Assert.Equal(ring.CircleId, answer.GetProperty("snapshot").GetProperty("circleId").GetGuid());
    }

    [Theory, BothDatabases]
    public async Task A_repeated_id_gets_its_first_answer_with_the_circle_as_it_is_now(DatabaseProvider database)
    {
        await using var ring = await Ring.RunningAsync(provider: database);
        var first = await ring.Facilitator.ActAsync(ring.CircleId, "accept", id: "once");
        Assert.True(first.GetProperty("accepted").GetBoolean());
        // Long forgotten by the circle itself; the log of steps has no end.
        for (var i = 0; i < 40; i++) { await ring.DoesAsync("f", "bell"); }
        var turn = first.GetProperty("snapshot").GetProperty("floor").GetProperty("turnId").GetString();
        var moved = await ring.DoesAsync("f", "release", new { turnId = turn });

        var again = await ring.Facilitator.ActAsync(ring.CircleId, "accept", id: "once");

        Assert.True(again.GetProperty("accepted").GetBoolean());
        Assert.Equal(moved.GetProperty("version").GetInt32(), again.GetProperty("snapshot").GetProperty("version").GetInt32());
        // Another person may number theirs alike.
        Assert.True((await ring["p1"].ActAsync(ring.CircleId, "accept", id: "once")).GetProperty("accepted").GetBoolean());
    }

    [Fact]
    public async Task What_cannot_be_saved_has_not_happened_for_anybody()
    {
        await using var ring = await Ring.RunningAsync();
        var version = (await ring.SnapshotAsync("p1")).GetProperty("version").GetInt32();
        await ring.App.Ask(db => db.Database.ExecuteSqlRawAsync("CREATE TRIGGER broken BEFORE UPDATE ON circles BEGIN SELECT RAISE(ABORT, 'broken'); END"));

        await Assert.ThrowsAnyAsync<Exception>(() => ring["p2"].ActAsync(ring.CircleId, "bell", id: "again"));

        Assert.Equal(version, (await ring.SnapshotAsync("p1")).GetProperty("version").GetInt32());
        await ring.App.Ask(db => db.Database.ExecuteSqlRawAsync("DROP TRIGGER broken"));
        // Its id was not kept either: what is sent again is done, and the first that anybody hears of it.
        Assert.True((await ring["p2"].ActAsync(ring.CircleId, "bell", id: "again")).GetProperty("accepted").GetBoolean());
        var heard = await ring["p1"].Wire.UntilAsync(s => s.GetProperty("version").GetInt32() > version, "the bell");
        Assert.Equal(version + 1, heard.GetProperty("version").GetInt32());
    }

    [Fact]
    public async Task The_poll_answers_304_until_there_is_something_new()
    {
        await using var ring = await Ring.PlanAsync(people: 1);
        var path = $"/api/v1/circles/{ring.CircleId}";
        var version = (await ring.SnapshotAsync("f")).GetProperty("version").GetInt32();

        Assert.Equal(HttpStatusCode.NotModified, (await ring.Facilitator.SendAsync(HttpMethod.Get, $"{path}?since={version}")).Status);
        Assert.Equal(HttpStatusCode.NotModified, (await ring.Facilitator.SendAsync(HttpMethod.Get, path, null, ("If-None-Match", $"\"{version}\""))).Status);
        await ring.Facilitator.JoinAsync(ring.CircleId);
        var (status, body) = await ring.Facilitator.SendAsync(HttpMethod.Get, $"{path}?since={version}");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.True(body.GetProperty("version").GetInt32() > version, "somebody came in");
    }

    [Fact]
    public async Task A_circle_is_planned_by_who_may_with_people_who_are_known()
    {
        await using var ring = await Ring.PlanAsync(people: 2);
        await ring.ComesAsync("p1");
        object Body(string format = "problemSolving", params string[] people) => new { title = "Our question", format, startsAtUtc = "2026-07-02T09:00:00Z", minutes = 45, participantEmails = people, bringerEmail = "p2@demo.example" };

        var (status, made) = await ring.Facilitator.SendAsync(HttpMethod.Post, "/api/v1/circles", Body(people: ["p1@demo.example", "P2@demo.example"]));
        Assert.Equal(HttpStatusCode.Created, status);
        Assert.EndsWith($"/circles/{made.GetProperty("id").GetGuid()}", made.GetProperty("joinUrl").GetString(), StringComparison.Ordinal);
        var (_, seen) = await ring["p1"].SendAsync(HttpMethod.Get, $"/api/v1/circles/{made.GetProperty("id").GetGuid()}");
        Assert.Equal(["facilitator", "bringer", "participant"], seen.GetProperty("seats").EnumerateArray().Select(s => s.GetProperty("role").GetString()));

        Assert.Equal(HttpStatusCode.Forbidden, (await ring["p1"].SendAsync(HttpMethod.Post, "/api/v1/circles", Body(people: ["p2@demo.example"]))).Status);
        var (unknown, why) = await ring.Facilitator.SendAsync(HttpMethod.Post, "/api/v1/circles", Body(people: ["nobody@demo.example"]));
        Assert.Equal(HttpStatusCode.BadRequest, unknown);
        Assert.Contains("nobody@demo.example", why.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await ring.Facilitator.SendAsync(HttpMethod.Post, "/api/v1/circles", Body("round table"))).Status);
    }

    [Fact]
    public async Task A_page_of_another_site_gets_no_handshake_and_what_is_no_browser_does()
    {
        await using var ring = await Ring.PlanAsync(people: 1);

        var refused = await Assert.ThrowsAsync<WebSocketException>(() => Wire.ConnectAsync(ring.Server, ring.Facilitator.Cookie, "https://elsewhere.example"));
        Assert.Contains("403", refused.Message, StringComparison.Ordinal);
        await using var own = await Wire.ConnectAsync(ring.Server, ring.Facilitator.Cookie, $"{ring.Server}".TrimEnd('/'));
        await using var none = await Wire.ConnectAsync(ring.Server, ring.Facilitator.Cookie);
        var nobody = await Assert.ThrowsAsync<WebSocketException>(() => Wire.ConnectAsync(ring.Server, "bt=nonsense"));
        Assert.Contains("401", nobody.Message, StringComparison.Ordinal);
        Assert.Equal("draft", (await own.InvokeAsync("Join", ring.CircleId)).GetProperty("status").GetString());
    }

    [Fact]
    public async Task The_socket_ends_with_the_sign_in()
    {
        await using var ring = await Ring.RunningAsync();
        await ring.App.Ask(async db => await db.SignIns.Where(s => db.People.Any(p => p.Id == s.PersonId && p.Email == "p1@demo.example")).ExecuteDeleteAsync());

        await Assert.ThrowsAnyAsync<Exception>(() => ring["p1"].ActAsync(ring.CircleId, "bell")); // judged anew at each call
        await ring["p1"].Wire.Reading.WaitAsync(Eventually.Patience);

        await ring.App.Ask(async db => await db.People.Where(p => p.Email == "p2@demo.example").ExecuteUpdateAsync(set => set.SetProperty(p => p.Active, false)));
        ring.App.Clock.Advance(TimeSpan.FromSeconds(2));
        await ring["p2"].Wire.Reading.WaitAsync(Eventually.Patience); // and without one
    }

    [Fact]
    public async Task To_be_in_a_circle_is_activity()
    {
        await using var ring = await Ring.RunningAsync();
        await ring.PassesAsync(TimeSpan.FromMinutes(90));

        await ring.DoesAsync("p1", "bell");
    }
}
