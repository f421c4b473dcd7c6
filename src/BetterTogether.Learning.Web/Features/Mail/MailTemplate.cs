using System.Text.RegularExpressions;
using HandlebarsDotNet;
using Markdig;

namespace BetterTogether.Learning.Web.Features.Mail;

/// <summary>
/// One template: header lines (Subject, and where wanted When, Where, Cancel, Button) up to an empty line, then Markdown.
/// A link is written "Button: words | link". Immutable, so any number of threads may fill it.
/// </summary>
public sealed partial class MailTemplate
{
    private static readonly string[] Headers = ["Subject", "When", "Where", "Cancel", "Button"];
    private static readonly MarkdownPipeline NoHtml = new MarkdownPipelineBuilder().DisableHtml().Build();
    private static readonly IHandlebars Raw = WithStop(new HandlebarsConfiguration { NoEscape = true });
    private static readonly IHandlebars Escaped = WithStop(new HandlebarsConfiguration { TextEncoder = new MarkdownEncoder() });

    private readonly Dictionary<string, HandlebarsTemplate<object, object>> headers = [];
    private readonly HandlebarsTemplate<object, object> text;
    private readonly HandlebarsTemplate<object, object> markdown;

    /// <param name="source">The file's text.</param>
    /// <param name="known">The names of the values that its mail has.</param>
    /// <exception cref="BrokenTemplateException">It has no subject, an unknown header or placeholder, or stray braces.</exception>
    public MailTemplate(string source, IReadOnlySet<string> known)
    {
        Placeholders = FindPlaceholders(source);
        if (Placeholders.Except(known).FirstOrDefault() is { } unknown)
        {
            throw new BrokenTemplateException($"No value is called {unknown}; there are {string.Join(", ", known.Order())}");
        }

        var lines = source.ReplaceLineEndings("\n").Split("\n\n", 2);
        var body = lines.Length > 1 ? lines[1].Trim() : "";
        try
        {
            foreach (var line in lines[0].Split('\n'))
            {
                var (name, value) = Header(line);
                headers[name] = Raw.Compile(value);
            }

            body = StopOnce(body);
            text = Raw.Compile(ReadableText(body));
            markdown = Escaped.Compile(body);
        }
        catch (HandlebarsException broken)
        {
            throw new BrokenTemplateException(broken.Message, broken);
        }

        if (!headers.ContainsKey("Subject"))
        {
            throw new BrokenTemplateException("A template begins with a line \"Subject: …\"");
        }
    }

    /// <summary>The names of the values that this template asks for.</summary>
    public IReadOnlySet<string> Placeholders { get; }

    public FilledTemplate Fill(IReadOnlyDictionary<string, string?> values)
    {
        string Line(string name) => headers.TryGetValue(name, out var header) ? header(values).Trim() : "";
        (string Words, string Link) Pair(string name) => Line(name).Split('|', 2, StringSplitOptions.TrimEntries) is [var words, var link] ? (words, link) : ("", "");
        var (button, cancel) = (Pair("Button"), Pair("Cancel"));
        return new FilledTemplate(
            Line("Subject").ReplaceLineEndings(" "),
            Line("When"),
            Line("Where"),
            EmptyLines().Replace(text(values).Trim(), "\n\n"),
            Markdown.ToHtml(markdown(values), NoHtml).Trim(),
            button.Words,
            button.Link,
            cancel.Words,
            cancel.Link);
    }

    private static (string Name, string Value) Header(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        var name = colon < 0 ? line : line[..colon];
        return Headers.Contains(name) && colon > 0
            ? (name, line[(colon + 1)..].Trim())
            : throw new BrokenTemplateException($"Not a header line: {line}");
    }

    // Only names and conditions: {{{Name}}} would let a value write Markdown of its own.
    private static HashSet<string> FindPlaceholders(string source)
    {
        var rest = Placeholder().Replace(source, "");
        return source.Contains("{{{", StringComparison.Ordinal) || rest.Contains("{{", StringComparison.Ordinal) || rest.Contains("}}", StringComparison.Ordinal)
            ? throw new BrokenTemplateException("Braces that are neither {{Name}} nor {{#if Name}} … {{else}} … {{/if}}")
            : Placeholder().Matches(source).Select(match => match.Groups["name"].Value).Where(name => name is not "" and not "else").ToHashSet();
    }

    // A value may end its sentence by itself: after "How was our week?" there is no full stop.
    private static string StopOnce(string body) => ValueThenStop().Replace(body, found => found.Groups["name"].Value is var name and not "else" ? $"{found.Groups["value"].Value}{{{{stop {name}}}}}" : found.Value);

    private static IHandlebars WithStop(HandlebarsConfiguration configuration)
    {
        var handlebars = Handlebars.Create(configuration);
        handlebars.RegisterHelper("stop", (output, _, arguments) => output.WriteSafeString(arguments[0] is string { Length: > 0 } value && ".?!…".Contains(value[^1], StringComparison.Ordinal) ? "" : "."));
        return handlebars;
    }

    // Done to the template, never to the values: a star that somebody typed stays.
    private static string ReadableText(string body) =>
        Link().Replace(body, "${words}: ${target}").Replace("**", "", StringComparison.Ordinal);

    [GeneratedRegex(@"\{\{(#(if|unless) +(?<name>\w+)|/(if|unless)|(?<name>\w+))\}\}", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"(?<value>\{\{(?<name>\w+)\}\}(\*\*)?)\.", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex ValueThenStop();

    [GeneratedRegex(@"\[(?<words>[^\]]*)\]\((?<target>[^)]*)\)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Link();

    [GeneratedRegex(@"\n{3,}", RegexOptions.NonBacktracking)]
    private static partial Regex EmptyLines();
}
