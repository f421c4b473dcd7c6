using System.Buffers;
using System.Text.Json.Nodes;
using BetterTogether.Learning.Domain.Circles;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Features.Circles;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.Options;

namespace BetterTogether.Learning.Web.Tests.Circles;

public sealed class CircleProtocolTests
{
    private static readonly IOptions<JsonHubProtocolOptions> Options = Microsoft.Extensions.Options.Options.Create(new JsonHubProtocolOptions { PayloadSerializerOptions = new(CircleJson.Plain) });

    public static TheoryData<string> Messages => ["changed", "changed, to be answered", "changed, of something else", "answer", "ping"];

    [Theory, MemberData(nameof(Messages))]
    public void Says_what_the_frameworks_own_says(string what)
    {
        var snapshot = Seen();
        HubMessage message = what switch
        {
            "changed" => new InvocationMessage(CircleProtocol.Changed, [snapshot]),
            "changed, to be answered" => new InvocationMessage("7", CircleProtocol.Changed, [snapshot]),
            "changed, of something else" => new InvocationMessage(CircleProtocol.Changed, ["nothing"]),
            "answer" => CompletionMessage.WithResult("7", new ActAnswer(Accepted: true, null, snapshot)),
            _ => PingMessage.Instance,
        };

        // The framework writes fewer characters as escapes.
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Record(new JsonHubProtocol(Options), message)), JsonNode.Parse(Record(new CircleProtocol(Options), message))));
    }

    private static CircleSnapshot Seen()
    {
        var (who, nowUtc) = (Guid.NewGuid(), new DateTime(2026, 12, 2, 13, 0, 0, DateTimeKind.Utc));
        var plan = new CirclePlan(Ids.New(nowUtc), "Łódź & \"friends\"", CircleFormats.Find("listening")!, 3, [new(who, "Ana Ferreira", SeatRole.Facilitator), new(Guid.NewGuid(), "Ben <Okoro>", SeatRole.Participant)]);
        return Circle.Plan(plan).Value.For(who, nowUtc).Value;
    }

    private static byte[] Record(IHubProtocol protocol, HubMessage message)
    {
        var output = new ArrayBufferWriter<byte>();
        protocol.WriteMessage(message, output);
        Assert.Equal(0x1e, output.WrittenSpan[^1]);
        return output.WrittenSpan[..^1].ToArray();
    }
}
