using BetterTogether.Learning.Web;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Data.Backups;
using BetterTogether.Learning.Web.Features.Bookings;
using BetterTogether.Learning.Web.Features.Calendars;
using BetterTogether.Learning.Web.Features.Cpd;
using BetterTogether.Learning.Web.Features.Circles;
using BetterTogether.Learning.Web.Features.Demo;
using BetterTogether.Learning.Web.Features.Desk;
using BetterTogether.Learning.Web.Features.DevelopmentPlan;
using BetterTogether.Learning.Web.Features.Mail;
using BetterTogether.Learning.Web.Features.People;
using BetterTogether.Learning.Web.Features.SessionReminders;
using BetterTogether.Learning.Web.Features.Replies;
using BetterTogether.Learning.Web.Features.Reviews;
using BetterTogether.Learning.Web.Features.Sessions;
using BetterTogether.Learning.Web.Features.SignIns;
using BetterTogether.Learning.Web.Hosting;

var builder = LaunchProfile.CreateBuilder(args);
builder.AddHosting().AddData().AddBackups();
builder.AddCalendars().AddMail();
builder.AddPeople().AddSignIns();
builder.AddSessions().AddBookings().AddReminders().AddReplies().AddDesk();
builder.AddDevelopmentPlan().AddCpd();
builder.AddCircles();
builder.AddReviews();
builder.AddDemo();

var app = builder.Build();
if (Commands.IsCommand(args)) { return await Commands.RunAsync(args, app.Services, Console.Out, Console.Error); }
app.Prepare();
app.UseHosting().MapHosting();
app.MapMail().MapCalendars().MapSignIns().MapCpd();
app.MapApi().MapSessions().MapBookings().MapReplies().MapReviews().MapCircles().MapDevelopmentPlan().MapCpd();
app.MapCircleHub();
await app.RunToTheEndAsync();
return 0;
