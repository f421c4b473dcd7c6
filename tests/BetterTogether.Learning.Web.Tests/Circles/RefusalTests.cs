using System.Net;
using System.Text.Json;
using BetterTogether.Learning.Domain.Circles;
using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Web.Tests.Hosting;

namespace BetterTogether.Learning.Web.Tests.Circles;

/// <summary>Who is refused, on every method and with every command.</summary>
public sealed class RefusalTests
{
    private static readonly string[] Kinds = [.. Enum.GetValues<CommandKind>().Select(k => JsonNamingPolicy.CamelCase.ConvertName(k.ToString()))];

    // Whatever any kind could ask for: what is refused must not be refused for its shape.
    private static object Fields => new
    {
        agreementsVersion = 1, to = "s2", text = "x", reason = "x", order = new[] { "s1" }, what = "actions", confirmed = true, seatId = "s3", about = "help", owner = "s1", due = "2026-08-01", messageId = "1",
    };

    [Fact]
    public async Task Strangers_people_of_another_circle_administrators_and_the_desk_meet_no_circle()
    {
        await using var ring = await Ring.RunningAsync();
        await ring.App.HasPerson("stranger@demo.example");
        await ring.App.HasPerson("other@demo.example", Roles.Facilitator);
        await ring.App.HasPerson("admin@demo.example", Roles.Administrator);
        await ring.App.HasPerson("desk@demo.example", Roles.LearningDesk);
        var before = (await ring.SnapshotAsync("f")).GetProperty("version").GetInt32();
        foreach (var name in new[] { "stranger", "other", "admin", "desk" })
        {
            var who = await ring.ComesAsync(name);
            if (name == "other") { await OwnCircleAsync(who); }
            await IsRefusedEverywhereAsync(ring, who, HttpStatusCode.NotFound, "circle-not-found");
        }
        Assert.Equal(before, (await ring.SnapshotAsync("f")).GetProperty("version").GetInt32());
    }

    [Fact]
    public async Task Whoever_was_asked_to_leave_is_out_and_cannot_come_back_in()
    {
        await using var ring = await Ring.RunningAsync();
        var seat = Ring.SeatOf("p2", await ring.SnapshotAsync("f"));
        var socket = ring["p2"].Wire.Reading;
        var after = await ring.DoesAsync("f", "askToLeave", new { seatId = seat });
        await socket.WaitAsync(Eventually.Patience); // the connection they had is ended
        Assert.DoesNotContain(seat, after.GetProperty("round").GetProperty("order").EnumerateArray().Select(s => s.GetString()));

        await IsRefusedEverywhereAsync(ring, ring["p2"], HttpStatusCode.Forbidden, "asked-to-leave");
    }

    [Fact]
    public async Task A_closed_circle_refuses_everything_but_its_actions()
    {
        await using var ring = await Ring.RunningAsync();
        await ring.DoesAsync("f", "close", new { confirmed = true });
        foreach (var name in new[] { "f", "p1" })
        {
            foreach (var kind in Kinds.Except(["action", "seen", "handOver", "record"])) { await ring.IsRefusedAsync(name, "circle-closed", kind, Fields); }
        }
        await ring.DoesAsync("p1", "action", new { text = "Write to the landlord", owner = "s2", due = "2026-08-01" });
        Assert.Equal("closed", (await ring["p1"].JoinAsync(ring.CircleId)).GetProperty("status").GetString());
    }

    private static async Task IsRefusedEverywhereAsync(Ring ring, Sitter who, HttpStatusCode status, string code)
    {
        await who.ConnectAsync();
        var join = await Assert.ThrowsAsync<InvalidOperationException>(() => who.Wire.InvokeAsync("Join", ring.CircleId));
        Assert.Contains(code, join.Message, StringComparison.Ordinal);
        foreach (var kind in Kinds.Append("levitate"))
        {
            var answer = await who.ActAsync(ring.CircleId, kind, Fields);
            Assert.False(answer.GetProperty("accepted").GetBoolean(), $"{kind} of {who.Email}: {answer}");
            Assert.Equal(code, answer.GetProperty("refusal").GetProperty("code").GetString());
            Assert.False(answer.TryGetProperty("snapshot", out _), "nothing is told of the circle");
            var (refused, why) = await who.SendAsync(HttpMethod.Post, $"/api/v1/circles/{ring.CircleId}/commands", Sitter.Command(kind, Fields));
            Assert.Equal((status, code), (refused, why.GetProperty("code").GetString()));
        }
        Assert.Equal(status, (await who.SendAsync(HttpMethod.Get, $"/api/v1/circles/{ring.CircleId}")).Status);
        Assert.Equal(status, (await who.SendAsync(HttpMethod.Get, $"/api/v1/circles/{ring.CircleId}?since=1000")).Status);
        Assert.Equal(status, (await who.SendAsync(HttpMethod.Post, $"/api/v1/circles/{ring.CircleId}/leave")).Status);
        Assert.Empty(who.Wire.Pushes);
    }

    private static async Task OwnCircleAsync(Sitter facilitator)
    {
        var (_, made) = await facilitator.SendAsync(HttpMethod.Post, "/api/v1/circles", new { title = "Another", format = "checkIn", startsAtUtc = "2026-07-02T09:00:00Z", minutes = 15, participantEmails = new[] { "stranger@demo.example" } });
        await facilitator.JoinAsync(made.GetProperty("id").GetGuid());
    }
}
