using System.Text.Json;
using System.Text.Json.Nodes;
using BetterTogether.Learning.Domain.Circles;
using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Web.Features.Circles.Rooms;

/// <summary>A command as a form: what the script sends over the hub, somebody without script posts.</summary>
/// <param name="TurnId">The turn that is meant, where it is about one.</param>
/// <param name="StageIndex">The stage that is meant, where it goes on from one.</param>
/// <param name="Round">The round of that stage.</param>
/// <param name="Css">Of the button.</param>
/// <param name="Fields">Hidden ones besides.</param>
public sealed record CommandForm(CommandKind Kind, string Words, string? TurnId = null, int? StageIndex = null, int? Round = null, string Css = "bt-button bt-button--quiet", params (string Name, string Value)[] Fields)
{
    /// <summary>The command's id, made with the page: pressing twice is one command.</summary>
    public const string Press = "press";

    private static readonly HashSet<string> Flags = ["confirmed", "recorded"];
    private static readonly HashSet<string> Lists = ["order"];

    public static string Wire(CommandKind kind) => JsonNamingPolicy.CamelCase.ConvertName(kind.ToString());

    public string Name => Wire(Kind);

    public static string NewPress() => Guid.NewGuid().ToString("N");

    public static Result<CircleCommand> Read(IFormCollection form)
    {
        var json = new JsonObject();
        foreach (var (name, values) in form)
        {
            if (name.StartsWith('_') || values.Count == 0 || (values.Count == 1 && values[0] == "")) { continue; }
            json[name == Press ? "id" : name] = Lists.Contains(name) ? new JsonArray([.. values.Select(v => (JsonNode?)v)]) : Flags.Contains(name) ? values[0] == "true" : values[0];
        }
        return CircleJson.ReadCommand(JsonSerializer.SerializeToElement(json));
    }
}
