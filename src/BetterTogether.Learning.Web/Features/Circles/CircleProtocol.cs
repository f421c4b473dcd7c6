using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using BetterTogether.Learning.Domain.Circles;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.Options;

namespace BetterTogether.Learning.Web.Features.Circles;

/// <summary>
/// SignalR's JSON. The one message that is sent twelve times for each command, a changed circle, is put together from what is written already.
/// That it says what the framework's own would is a test.
/// </summary>
public sealed class CircleProtocol(IOptions<JsonHubProtocolOptions> options) : IHubProtocol
{
    /// <summary>The client's method that takes a snapshot.</summary>
    public const string Changed = "circleChanged";

    private readonly JsonHubProtocol json = new(options);

    public string Name => json.Name;
    public int Version => json.Version;
    public TransferFormat TransferFormat => json.TransferFormat;

    public bool IsVersionSupported(int version) => json.IsVersionSupported(version);

    public bool TryParseMessage(ref ReadOnlySequence<byte> input, IInvocationBinder binder, [NotNullWhen(true)] out HubMessage? message) => json.TryParseMessage(ref input, binder, out message);

    public ReadOnlyMemory<byte> GetMessageBytes(HubMessage message) => json.GetMessageBytes(message);

    public void WriteMessage(HubMessage message, IBufferWriter<byte> output)
    {
        if (message is not InvocationMessage { Target: Changed, InvocationId: null, Arguments: [CircleSnapshot snapshot] })
        {
            json.WriteMessage(message, output);
            return;
        }
        output.Write("""{"type":1,"target":"circleChanged","arguments":["""u8);
        CircleJson.Write(output, snapshot);
        output.Write("]}\u001e"u8);
    }
}
