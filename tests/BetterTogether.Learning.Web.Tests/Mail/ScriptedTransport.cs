using System.Collections.Concurrent;
using BetterTogether.Learning.Web.Features.Mail;

namespace BetterTogether.Learning.Web.Tests.Mail;

/// <summary>Keeps what it was given and answers what the test says; delivers where nothing is said.</summary>
internal sealed class ScriptedTransport : IMailTransport
{
    private readonly ConcurrentQueue<Func<Delivery>> answers = new();

    public ConcurrentQueue<MimeMessage> Sent { get; } = new();

    public void Next(Func<Delivery> answer) => answers.Enqueue(answer);

    public async Task<Delivery> SendAsync(MimeMessage mail, CancellationToken cancel)
    {
        await Task.Yield();
        Sent.Enqueue(mail);
        return answers.TryDequeue(out var answer) ? answer() : new Delivered();
    }
}
