using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using BetterTogether.Learning.Web.Tests.Hosting;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BetterTogether.Learning.Web.Tests.Circles;

/// <summary>Connections break and come back; places and turns do not.</summary>
public sealed class AwayTests
{
    [Fact]
    public async Task A_holder_who_loses_the_network_for_25_seconds_has_the_same_turn_and_the_clock_rested()
    {
        await using var ring = await Ring.RunningAsync();
        var holding = await ring.DoesAsync("f", "accept");
        await ring.DoesAsync("f", "release", new { turnId = Turn(holding) });
        holding = await ring.DoesAsync("p1", "accept");
        ring.App.Clock.Advance(TimeSpan.FromSeconds(10));

        await ring.CutAsync("p1");
        ring.App.Clock.Advance(TimeSpan.FromSeconds(25));
        var away = await ring.Facilitator.Wire.UntilAsync(s => Floor(s).GetProperty("state").GetString() == "holderAway", "the holder is away");
        Assert.Equal(Turn(holding), Turn(away));
        Assert.Equal("away", Ring.Seat("p1", away).GetProperty("presence").GetString());
        var back = await ring["p1"].JoinAsync(ring.CircleId);

        Assert.Equal(Turn(holding), Turn(back));
        Assert.Equal("holding", Floor(back).GetProperty("state").GetString());
        // Ten seconds before, and the few until it was noticed.
        Assert.InRange(Floor(back).GetProperty("heldMs").GetInt64(), 10_000, 14_000);
        await ring.DoesAsync("p1", "release", new { turnId = Turn(holding) });
    }

    [Fact]
    public async Task After_the_grace_the_facilitator_is_asked_and_moves_on_with_a_reason()
    {
        await using var ring = await Ring.RunningAsync();
        await ring.DoesAsync("f", "release", new { turnId = Turn(await ring.DoesAsync("f", "accept")) });
        await ring.DoesAsync("p1", "accept");
        await ring.CutAsync("p1");
        ring.App.Clock.Advance(TimeSpan.FromSeconds(5));
        await ring.Facilitator.Wire.UntilAsync(s => Floor(s).GetProperty("state").GetString() == "holderAway", "the holder is away");
        ring.App.Clock.Advance(TimeSpan.FromSeconds(50));

        var asked = await ring.Facilitator.Wire.UntilAsync(s => Floor(s).TryGetProperty("askedToMoveOn", out _), "the facilitator is asked");
        var moved = await ring.DoesAsync("f", "moveOn", new { reason = "The line is gone", turnId = Turn(asked) });

        Assert.Equal(Ring.SeatOf("p2", moved), Floor(moved).GetProperty("offeredTo").GetString());
    }

    [Fact]
    public async Task A_facilitator_who_leaves_makes_the_circle_wait_and_a_co_facilitator_takes_over()
    {
        await using var ring = await Ring.RunningAsync(coFacilitator: "p1");
        await ring.CutAsync("f");
        ring.App.Clock.Advance(TimeSpan.FromSeconds(5));

        var waits = await ring["p2"].Wire.UntilAsync(s => s.GetProperty("status").GetString() == "paused", "the circle waits");
        Assert.Equal("away", Ring.Seat("f", waits).GetProperty("presence").GetString());
        var led = await ring.DoesAsync("p1", "resume");

        Assert.Equal("running", led.GetProperty("status").GetString());
        Assert.Equal("facilitator", led.GetProperty("you").GetProperty("role").GetString());
    }

    [Fact]
    public async Task Two_tabs_are_one_seat_and_closing_one_changes_nothing()
    {
        await using var ring = await Ring.RunningAsync();
        var first = ring["p1"].Wire;
        var second = await ring["p1"].JoinAsync(ring.CircleId);
        Assert.Single(second.GetProperty("seats").EnumerateArray(), s => s.GetProperty("seatId").GetString() == second.GetProperty("you").GetProperty("seatId").GetString());
        var version = second.GetProperty("version").GetInt32();

        first.Cut();
        await ring.EndedAsync("p1");
        ring.App.Clock.Advance(TimeSpan.FromSeconds(30));
        await Eventually.HoldsAsync(() => ring.App.Ask(async db => await db.CircleLeases.CountAsync() == 4), "the old tab's lease is swept");

        var now = await ring.SnapshotAsync("p1");
        Assert.Equal("here", Ring.Seat("p1", now).GetProperty("presence").GetString());
        Assert.Equal(version, now.GetProperty("version").GetInt32());
    }

    [Fact]
    public async Task Whoever_has_script_is_there_by_their_connection_and_not_by_the_page_it_came_with()
    {
        await using var ring = await Ring.RunningAsync();
        var first = ring["p1"].Wire;
        Assert.Equal(System.Net.HttpStatusCode.OK, (await ring["p1"].SendAsync(HttpMethod.Get, Links.Circle(ring.CircleId))).Status);
        await ring["p1"].JoinAsync(ring.CircleId);

        first.Cut();
        ring["p1"].Wire.Cut();
        await Eventually.HoldsAsync(() => ring.App.Ask(async db => !await db.CircleLeases.AnyAsync(l => l.Node != null && db.People.Any(p => p.Id == l.PersonId && p.Email == "p1@demo.example"))), "both connections have ended");
        ring.App.Clock.Advance(TimeSpan.FromSeconds(5));

        await Eventually.HoldsAsync(async () => Ring.Seat("p1", await ring.SnapshotAsync("f")).GetProperty("presence").GetString() == "away", "they are away, and not a minute later");
    }

    [Fact]
    public async Task Double_clicks_and_a_tab_that_comes_back_after_an_hour_change_nothing_they_should_not()
    {
        await using var ring = await Ring.RunningAsync();
        var offered = await ring.SnapshotAsync("f");
        var accept = Sitter.Command("accept", new { turnId = Turn(offered) });
        var twice = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => ring.Facilitator.Wire.InvokeAsync("Act", ring.CircleId, accept)));
        Assert.All(twice, a => Assert.True(a.GetProperty("accepted").GetBoolean()));
        var version = (await ring.SnapshotAsync("f")).GetProperty("version").GetInt32();
        // The same click with another id, from another tab.
        Assert.Equal(version, (await ring.DoesAsync("f", "accept", new { turnId = Turn(offered) })).GetProperty("version").GetInt32());
        await ring.DoesAsync("f", "release", new { turnId = Turn(offered) });
        await ring.DoesAsync("p1", "accept");

        var stale = Sitter.Command("release", new { turnId = Turn(offered) });
        await ring.PassesAsync(TimeSpan.FromHours(1));
        await ring.Facilitator.JoinAsync(ring.CircleId);
        var answer = await ring.Facilitator.Wire.InvokeAsync("Act", ring.CircleId, stale);

        Assert.Equal("stale-turn", answer.GetProperty("refusal").GetProperty("code").GetString());
        Assert.Equal(Ring.SeatOf("p1", answer.GetProperty("snapshot")), Floor(answer.GetProperty("snapshot")).GetProperty("holder").GetString());
    }

    [Fact]
    public async Task A_client_that_stops_reading_delays_nobody_and_gets_the_newest_when_it_reads_again()
    {
        await using var ring = await Ring.RunningAsync(replace: services => services
            .Configure<SocketTransportOptions>(o => o.CreateBoundListenSocket = Narrow)
            .Configure<KestrelServerOptions>(o => o.Limits.MinResponseDataRate = null));
        // By the machine's time the server gives up whoever takes nothing for ten seconds, or less than its least rate: that is not what is asked here.
        foreach (var hub in ring.App.Endpoints().SelectMany(e => e.Metadata.OfType<HttpConnectionDispatcherOptions>())) { hub.TransportSendTimeout = Eventually.Patience; }
        var stuck = await ring["p1"].ConnectAsync(reads: false);
        await stuck.PostAsync("Join", ring.CircleId);
        await Eventually.HoldsAsync(() => ring.App.Ask(async db => await db.CircleLeases.CountAsync() == 5), "the stuck tab is in");

        // More than all between them buffers, for each of these characters is written as six.
        const int changes = 60;
        await ring.DoesAsync("f", "accept");
        for (var i = 0; i < changes; i++) { await ring.DoesAsync("f", "type", new { text = new string('木', 1499) + (char)('a' + i % 26) }); }
        var version = (await ring.SnapshotAsync("f")).GetProperty("version").GetInt32();
        await ring["p2"].Wire.UntilAsync(s => s.GetProperty("version").GetInt32() == version, "the others have the last change");

        stuck.Read();
        await stuck.UntilAsync(s => s.GetProperty("version").GetInt32() == version, "the newest comes");
        Assert.True(stuck.Pushes.Count < changes, $"{stuck.Pushes.Count} of {changes}: what was old by the time it could be sent was not sent");
    }

    // The system would keep megabytes for a client that takes nothing.
    private static Socket Narrow(EndPoint at)
    {
        var socket = SocketTransportOptions.CreateDefaultBoundListenSocket(at);
        socket.SendBufferSize = 16_384;
        return socket;
    }

    private static JsonElement Floor(JsonElement snapshot) => snapshot.GetProperty("floor");

    private static string? Turn(JsonElement snapshot) => Floor(snapshot).GetProperty("turnId").GetString();
}
