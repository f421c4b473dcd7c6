using BetterTogether.Learning.Domain.Mail;
using HandlebarsDotNet;

namespace BetterTogether.Learning.Web.Features.Mail;

/// <summary>
/// Fills the templates of the folder, which may change while we run. Threading: everything in here is read-only
/// but the hot files, which say how they share.
/// </summary>
public sealed class MailTemplates
{
    private static readonly IHandlebars Html = Handlebars.Create();

    private const string TestSubject = "Test: ";

    private readonly Dictionary<string, HotFile<MailTemplate>> templates;
    private readonly HotFile<HandlebarsTemplate<object, object>> layout;

    public MailTemplates(TemplateFiles files)
    {
        Folder = files.Folder;
        layout = new(files, TemplateFiles.Layout, ReadLayout);
        templates = MailSamples.All.ToDictionary(
            sample => sample.Template,
            sample => new HotFile<MailTemplate>(files, sample.Template + ".md", source => new MailTemplate(source, NamesOf(sample))));
    }

    public string Folder { get; }

    /// <summary>File → why a fallback stands in for it. Not empty: the mails still go, and the desk has something to mend.</summary>
    public IReadOnlyDictionary<string, string> Troubles => templates
        .Select(entry => (File: entry.Key + ".md", entry.Value.Trouble))
        .Append((File: TemplateFiles.Layout, layout.Trouble))
        .Where(entry => entry.Trouble is not null)
        .ToDictionary(entry => entry.File, entry => entry.Trouble!);

    public RenderedMail Render(TypedMail mail) => Render(mail.Template, MailValues.Read(MailValues.Write(mail)));

    /// <exception cref="KeyNotFoundException">There is no such kind of mail.</exception>
    public RenderedMail Render(OutboxMail mail)
    {
        var rendered = Render(mail.Template, MailValues.Read(mail.Values));
        return mail.DedupeKey.StartsWith(Outbox.Test + ":", StringComparison.Ordinal) ? rendered with { Subject = TestSubject + rendered.Subject } : rendered;
    }

    /// <returns>Null where nobody but its reader may see it, and for a kind that is no longer known.</returns>
    public RenderedMail? Preview(OutboxMail mail) => mail.DropBodyOnceSent || !templates.ContainsKey(mail.Template) ? null : Render(mail);

    /// <summary>For a list; as <see cref="Preview"/>, with the kind where there is no preview.</summary>
    public string Subject(OutboxMail mail) => Preview(mail)?.Subject ?? mail.Template;

    /// <exception cref="KeyNotFoundException">There is no such kind of mail.</exception>
    public RenderedMail Render(string template, IReadOnlyDictionary<string, string?> values)
    {
        var filled = templates[template].Value.Fill(values);
        return new RenderedMail(filled.Subject, filled.Text, layout.Value(filled));
    }

    private static HashSet<string> NamesOf(TypedMail sample) => MailValues.Read(MailValues.Write(sample)).Keys.ToHashSet();

    private static HandlebarsTemplate<object, object> ReadLayout(string source)
    {
        if (!source.Contains("{{{BodyHtml}}}", StringComparison.Ordinal))
        {
            throw new BrokenTemplateException("The layout has no place for {{{BodyHtml}}}");
        }

        try
        {
            return Html.Compile(source);
        }
        catch (HandlebarsException broken)
        {
            throw new BrokenTemplateException(broken.Message, broken);
        }
    }
}
