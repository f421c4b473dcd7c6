using System.Text.Json;
using BetterTogether.Learning.Domain.Circles;

namespace BetterTogether.Learning.Domain.Tests.Circles;

public sealed class CommandJsonTests
{
    public static readonly string[] Kinds =
    [
        "open", "consent", "start", "offer", "accept", "release", "pass", "defer", "take", "type", "silence", "resume", "bell", "moveOn", "reorder", "nextRound", "nextStage", "choose",
        "pause", "hold", "close", "askToLeave", "makeCoFacilitator", "stepOut", "return", "tell", "action", "addAgreement", "seen", "handOver",
    ];

    public static CircleCommand Any(string kind)
    {
        using var json = JsonDocument.Parse($$"""
            {"agreementsVersion":3,"to":"s2","seatId":"s2","order":[],"reason":"time","what":"actions","text":"words","about":"help","owner":"s2","due":"2026-09-01","messageId":"1","kind":"{{kind}}","id":"any-{{kind}}"}
            """);
        return CircleJson.ReadCommand(json.RootElement).Value;
    }

    [Fact]
    public void Every_kind_is_read_wherever_it_stands_in_the_object() => Assert.Equal(Kinds, Kinds.Select(kind => JsonNamingPolicy.CamelCase.ConvertName(Any(kind).Kind.ToString())));

    [Theory]
    [InlineData("""{"id":"1","kind":"vote"}""", "unknown-command")]
    [InlineData("""{"id":"1","kind":"Open"}""", "unknown-command")]
    [InlineData("""{"id":"1","kind":"0"}""", "unknown-command")]
    [InlineData("""{"id":"1"}""", "command-wrong")]
    [InlineData("""{"id":"1","kind":7}""", "command-wrong")]
    [InlineData("""{"kind":"open"}""", "command-wrong")]
    [InlineData("""{"id":"","kind":"open"}""", "command-wrong")]
    [InlineData("""{"id":null,"kind":"open"}""", "command-wrong")]
    [InlineData("""{"id":"1","kind":"consent","agreementsVersion":"three"}""", "command-wrong")]
    [InlineData("""{"id":"1","kind":"action","due":"soon"}""", "command-wrong")]
    [InlineData("""{"id":"1","kind":"tell","about":"gossip"}""", "command-wrong")]
    [InlineData("[]", "command-wrong")]
    public void What_cannot_be_read_is_refused(string text, string code)
    {
        using var json = JsonDocument.Parse(text);

        Assert.Equal(code, CircleJson.ReadCommand(json.RootElement).Refusal!.Code);
    }

    [Theory]
    [InlineData("offer", "not-ready,seat-not-found"), InlineData("askToLeave", "seat-not-found"), InlineData("makeCoFacilitator", "seat-not-found"), InlineData("moveOn", "reason-needed")]
    [InlineData("choose", "no-such-choice"), InlineData("tell", "command-wrong"), InlineData("action", "text-needed"), InlineData("addAgreement", "text-needed"), InlineData("seen", "message-not-found"), InlineData("handOver", "message-not-found")]
    public void A_missing_field_is_refused_and_no_bug(string kind, string codes)
    {
        var room = new Room().In(kind == "choose" ? "The group's choice" : kind == "offer" ? "Stories" : "Opening");
        using var json = JsonDocument.Parse($$"""{"id":"1","kind":"{{kind}}"}""");

        Assert.Contains(room.Act(0, CircleJson.ReadCommand(json.RootElement).Value), codes.Split(','));
    }

    [Fact]
    public void A_day_may_come_as_a_moment()
    {
        using var json = JsonDocument.Parse("""{"id":"1","kind":"action","text":"Ask","owner":"s1","due":"2026-07-09T23:30:00Z"}""");

        Assert.Equal(A.Day("2026-07-10"), Assert.IsType<CircleCommand.Action>(CircleJson.ReadCommand(json.RootElement).Value).Due);
    }

    [Fact]
    public void A_snapshot_has_the_names_of_the_contract()
    {
        var room = new Room().In("Stories");
        room.Take(1);
        using var seen = JsonDocument.Parse(JsonSerializer.Serialize(room.See(1), CircleJson.Options));
        var root = seen.RootElement;
        string[] Names(JsonElement element) => [.. element.EnumerateObject().Select(p => p.Name)];

        Assert.Empty(new[] { "circleId", "version", "serverTime", "status", "agreementsVersion", "stage", "round", "floor", "queue", "seats", "you", "actions" }.Except(Names(root)));
        Assert.Equal(["index", "title", "prompt", "mode", "softMinutes"], Names(root.GetProperty("stage")));
        Assert.Empty(new[] { "number", "order", "done" }.Except(Names(root.GetProperty("round"))));
        Assert.Equal(["state", "turnId", "holder", "offeredTo", "startedAt", "heldMs"], Names(root.GetProperty("floor")));
        Assert.Empty(new[] { "seatId", "name", "role", "presence", "turns", "spokenMs" }.Except(Names(root.GetProperty("seats")[1])));
        Assert.Empty(new[] { "seatId", "role", "mayDo" }.Except(Names(root.GetProperty("you"))));
        Assert.Equal("running sequential holding s2 facilitator here", string.Join(' ', root.GetProperty("status"), root.GetProperty("stage").GetProperty("mode"), root.GetProperty("floor").GetProperty("state"),
            root.GetProperty("floor").GetProperty("holder"), root.GetProperty("seats")[0].GetProperty("role"), root.GetProperty("seats")[0].GetProperty("presence")));
    }
}
